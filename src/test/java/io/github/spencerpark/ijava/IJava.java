package io.github.spencerpark.ijava;

/** A double of IJava's class of this name, by its published signatures only. */
public final class IJava {
    private static JavaKernel kernel;

    private IJava() {}

    /** {@return the running kernel, null where there is none} */
    public static JavaKernel getKernelInstance() {
        return kernel;
    }

    /** Runs this one from now on; null for none. */
    public static void run(JavaKernel next) {
        kernel = next;
    }
}
