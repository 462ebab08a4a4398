package layerwise.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of public types and members into {@link JavadocIndex#RESOURCE}, while javac compiles them.
 *
 * <p>A record's accessor has the text of its {@code @param}, a method without Javadoc that of the one it overrides.
 */
@SupportedAnnotationTypes("*")
public final class JavadocIndexer extends AbstractProcessor {
    private final SortedMap<String, String> index = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(this::add);
        if (round.processingOver()) {
            write();
        }
        return false;
    }

    private void add(Element element) {
        if (!(element instanceof TypeElement type) || !type.getModifiers().contains(Modifier.PUBLIC)) {
            return;
        }
        put(type.getQualifiedName().toString(), doc(type));
        for (Element member : type.getEnclosedElements()) {
            add(member);
            if (member.getModifiers().contains(Modifier.PUBLIC)
                    || type.getKind().isInterface()) {
                addMember(type, member);
            }
        }
    }

    private void addMember(TypeElement type, Element member) {
        if (member instanceof ExecutableElement method) {
            put(key(type, method), doc(method).or(() -> component(type, method)).or(() -> inherited(type, method)));
        } else if (member.getKind().isField()) {
            put(type.getSimpleName() + "." + member.getSimpleName(), doc(member));
        }
    }

    private void put(String key, Optional<String> doc) {
        doc.ifPresent(text -> index.put(key, text));
    }

    private static String key(TypeElement type, ExecutableElement method) {
        String owner = type.getSimpleName().toString();
        String name = method.getKind() == ElementKind.CONSTRUCTOR
                ? owner
                : method.getSimpleName().toString();
        String types = method.getParameters().stream()
                .map(VariableElement::asType)
                .map(TypeMirror::toString)
                .map(JavadocIndexer::simple)
                .collect(Collectors.joining(","));
        return owner + "." + name + "(" + (method.isVarArgs() ? types.replaceFirst("\\[\\]$", "...") : types) + ")";
    }

    private static String simple(String type) {
        String plain = Signature.withoutGenerics(type).replaceAll("@\\S+ ", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private Optional<String> doc(Element element) {
        return Optional.ofNullable(processingEnv.getElementUtils().getDocComment(element));
    }

    private Optional<String> component(TypeElement type, ExecutableElement method) {
        if (type.getKind() != ElementKind.RECORD || !method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        Pattern tag = Pattern.compile("@param\\s+" + method.getSimpleName() + "\\s+([^@]*)");
        Matcher matcher = tag.matcher(doc(type).orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private Optional<String> inherited(TypeElement type, ExecutableElement method) {
        return processingEnv.getTypeUtils().directSupertypes(type.asType()).stream()
                .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
                .flatMap(parent -> inherited(type, method, parent).stream())
                .findFirst();
    }

    private Optional<String> inherited(TypeElement type, ExecutableElement method, TypeElement parent) {
        return parent.getEnclosedElements().stream()
                .filter(other -> other instanceof ExecutableElement overridden
                        && processingEnv.getElementUtils().overrides(method, overridden, type))
                .flatMap(other -> doc(other).stream())
                .findFirst()
                .or(() -> inherited(parent, method));
    }

    private void write() {
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", JavadocIndex.RESOURCE)
                .openWriter()) {
            Json.GSON.toJson(index, out);
        } catch (IOException e) {
            throw new UncheckedIOException(JavadocIndex.RESOURCE + " could not be written", e);
        }
    }
}
