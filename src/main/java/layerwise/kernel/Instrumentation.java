package layerwise.kernel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts {@link Guard#check()} or {@link Guard#enter()} at the entry of every method, a check before every jump backwards,
 * and {@link CellCalls} in place of calls that no interrupt reaches.
 */
final class Instrumentation {

    /** The system property that leaves cells as they are when set to {@code off}: loops that cannot be stopped. */
    static final String SWITCH = "layerwise.kernel.guard";

    /** The environment variable of the same meaning, for a kernelspec's {@code env}; the property counts more. */
    static final String VARIABLE = "LAYERWISE_KERNEL_GUARD";

    /**
     * A call of {@link CellCalls} that takes another's place.
     *
     * @param name of its method
     * @param type of its method: what the other is called on, then the other's arguments
     */
    private record Instead(String name, String type) {}

    private static final String CALLS = CellCalls.class.getName().replace('.', '/');
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final Instead LOCK = new Instead("lock", "(Ljava/util/concurrent/locks/Lock;)V");
    private static final Instead EXIT = new Instead("exit", "(Ljava/lang/Runtime;I)V");

    /** By the owner, the name and the type of the call. */
    private static final Map<String, Instead> INSTEAD = Map.of(
            CONCURRENT + "CompletableFuture.join()Ljava/lang/Object;",
            new Instead("join", "(Ljava/util/concurrent/CompletableFuture;)Ljava/lang/Object;"),
            CONCURRENT + "locks/Lock.lock()V",
            LOCK,
            CONCURRENT + "locks/ReentrantLock.lock()V",
            LOCK,
            CONCURRENT + "locks/ReentrantReadWriteLock$ReadLock.lock()V",
            LOCK,
            CONCURRENT + "locks/ReentrantReadWriteLock$WriteLock.lock()V",
            LOCK,
            "java/lang/System.exit(I)V",
            new Instead("exit", "(I)V"),
            "java/lang/Runtime.exit(I)V",
            EXIT,
            "java/lang/Runtime.halt(I)V",
            EXIT);

    private static final String GUARD = Guard.class.getName().replace('.', '/');

    private Instrumentation() {}

    /** {@return the class with checks, or as it is where the guard is switched off or the class cannot hold them} */
    static byte[] guard(byte[] bytecodes) {
        return off() ? bytecodes : guarded(bytecodes);
    }

    /** {@return whether cells run unguarded} */
    static boolean off() {
        return "off".equals(System.getProperty(SWITCH, System.getenv().getOrDefault(VARIABLE, "on")));
    }

    private static byte[] guarded(byte[] bytecodes) {
        try {
            ClassReader reader = new ClassReader(bytecodes);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new GuardedClass(writer, recursive(reader)), 0);
            return writer.toByteArray();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            Log.note("a class of a cell runs unguarded, so its loops cannot be stopped: " + e);
            return bytecodes; // of a Java that ASM does not know yet, or a method at the limit of 64 KiB
        }
    }

    /** The methods that call themselves, by name and type. */
    private static Set<String> recursive(ClassReader reader) {
        Set<String> found = new HashSet<>();
        reader.accept(new Recursions(found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    private static final class Recursions extends ClassVisitor {
        private final Set<String> found;

        Recursions(Set<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String caller, String type, String generic, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String as, boolean isInterface) {
                    if (called.equals(caller) && as.equals(type)) {
                        found.add(caller + type);
                    }
                }
            };
        }
    }

    private static final class GuardedClass extends ClassVisitor {
        private final Set<String> recursive;

        GuardedClass(ClassVisitor next, Set<String> recursive) {
            super(Opcodes.ASM9, next);
            this.recursive = recursive;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            String atEntry = recursive.contains(name + type) ? "enter" : "check";
            return new GuardedMethod(super.visitMethod(access, name, type, generic, thrown), atEntry);
        }
    }

    private static final class GuardedMethod extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        private final String atEntry;

        GuardedMethod(MethodVisitor next, String atEntry) {
            super(Opcodes.ASM9, next);
            this.atEntry = atEntry;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            ask(atEntry);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                ask("check");
            }
            super.visitJumpInsn(opcode, target);
        }

        /** {@code super.lock()} stays: there the class itself says what a lock is. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
            Instead instead = INSTEAD.get(owner + "." + called + type);
            if (instead == null || opcode == Opcodes.INVOKESPECIAL) {
                super.visitMethodInsn(opcode, owner, called, type, isInterface);
            } else {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, instead.name(), instead.type(), false);
            }
        }

        /** {@code CompletableFuture::join} is a constant of the lambda that it becomes. */
        @Override
        public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
            Object[] replaced = Arrays.stream(arguments)
                    .map(each -> each instanceof Handle handle ? instead(handle) : each)
                    .toArray();
            super.visitInvokeDynamicInsn(called, type, bootstrap, replaced);
        }

        /** A lambda takes no method whose first parameter is a wider type than what it is called on. */
        private static Handle instead(Handle handle) {
            return Optional.ofNullable(INSTEAD.get(handle.getOwner() + "." + handle.getName() + handle.getDesc()))
                    .filter(other -> handle.getTag() == Opcodes.H_INVOKESTATIC
                            || other.type().startsWith("(L" + handle.getOwner() + ";"))
                    .map(other -> new Handle(Opcodes.H_INVOKESTATIC, CALLS, other.name(), other.type(), false))
                    .orElse(handle);
        }

        private void ask(String question) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, question, "()V", false);
        }
    }
}
