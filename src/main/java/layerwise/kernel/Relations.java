package layerwise.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** How the class files of cells stand to each other. */
final class Relations {
    private static final Pattern NAMED = Pattern.compile("REPL/(\\$JShell\\$\\w+)");

    private Relations() {}

    /** {@return the wrappers that the class file names: all that it could ever load} */
    static Set<String> wrappers(byte[] bytecodes) {
        Set<String> found = new HashSet<>();
        Matcher matcher = NAMED.matcher(new String(bytecodes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** {@return the sealed classes among these that permit a class of another snippet} */
    static Set<String> sealed(Collection<byte[]> classes) {
        Set<String> found = new HashSet<>();
        classes.stream()
                .flatMap(each -> reader(each).stream())
                .forEach(reader -> reader.accept(new Permits(found), ClassReader.SKIP_CODE));
        return found;
    }

    /** {@return whether the class is one of these or directly below one, or ASM cannot tell} */
    static boolean belongs(byte[] bytecodes, Set<String> sealed) {
        return reader(bytecodes).map(reader -> belongs(reader, sealed)).orElse(true);
    }

    private static Optional<ClassReader> reader(byte[] bytecodes) {
        try {
            return Optional.of(new ClassReader(bytecodes));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of a Java that ASM does not know yet
        }
    }

    private static boolean belongs(ClassReader reader, Set<String> sealed) {
        return sealed.contains(reader.getClassName())
                || sealed.contains(reader.getSuperName())
                || Arrays.stream(reader.getInterfaces()).anyMatch(sealed::contains);
    }

    private static final class Permits extends ClassVisitor {
        private final Set<String> found;
        private String name = "";

        Permits(Set<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String type, String generic, String parent, String[] interfaces) {
            name = type;
        }

        @Override
        public void visitPermittedSubclass(String permitted) {
            Optional<String> own = Names.wrapper(name);
            if (!own.equals(Names.wrapper(permitted))) {
                found.add(name);
            }
        }
    }
}
