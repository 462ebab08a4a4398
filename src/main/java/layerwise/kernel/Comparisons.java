package layerwise.kernel;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Notices when {@code ==} in a cell finds two equal texts to be different, which is never what a beginner asks. */
public final class Comparisons {
    private static final String SELF = Comparisons.class.getName().replace('.', '/');
    private static final int OPERANDS = 2;

    private static volatile Optional<String> found = Optional.empty();

    private Comparisons() {}

    /** Looks at the two sides of {@code ==} or {@code !=}; called from the classes of cells. */
    public static void compare(Object left, Object right) {
        if (left != right && left instanceof String text && text.equals(right)) {
            found = Optional.of(text);
        }
    }

    /** Forgets what was noticed before. */
    static void begin() {
        found = Optional.empty();
    }

    /** {@return what the reader is to know, nothing where no comparison of texts went wrong} */
    static Optional<String> found() {
        return found.map(text -> "== found two texts \"" + text
                + "\" to be different, because it compares objects; compare texts with equals");
    }

    /** {@return the class, with a look at both sides before every comparison of references} */
    static byte[] watch(byte[] bytecodes) {
        ClassReader reader = new ClassReader(bytecodes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new WatchedClass(writer), 0);
        return writer.toByteArray();
    }

    private static final class WatchedClass extends ClassVisitor {
        WatchedClass(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            return new WatchedMethod(super.visitMethod(access, name, type, generic, thrown));
        }
    }

    private static final class WatchedMethod extends MethodVisitor {
        WatchedMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) {
                super.visitInsn(Opcodes.DUP2);
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, SELF, "compare", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + OPERANDS, locals);
        }
    }
}
