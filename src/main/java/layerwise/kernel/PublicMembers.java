package layerwise.kernel;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes public what is not private, so that classes of cells reach each other across loaders.
 *
 * <p>To the compiler they share a package; to the JVM a package ends with its loader. The compiler has checked the access
 * before, so nothing is allowed here that was refused there.
 */
final class PublicMembers extends ClassVisitor {
    private PublicMembers(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** {@return the class, its members and itself public where they were protected or of the package} */
    static byte[] of(byte[] bytecodes) {
        ClassReader reader = new ClassReader(bytecodes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new PublicMembers(writer), 0);
        return writer.toByteArray();
    }

    private static int opened(int access) {
        boolean closed = (access & Opcodes.ACC_PRIVATE) != 0;
        return closed ? access : access & ~Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
    }

    @Override
    public void visit(int version, int access, String name, String generic, String parent, String[] interfaces) {
        super.visit(version, access | Opcodes.ACC_PUBLIC, name, generic, parent, interfaces);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String type, String generic, Object value) {
        return super.visitField(opened(access), name, type, generic, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
        boolean initializer = name.equals("<clinit>");
        return super.visitMethod(initializer ? access : opened(access), name, type, generic, thrown);
    }
}
