package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import layerwise.engine.Engines;
import org.junit.jupiter.api.Test;

class EngineMemoryTest {

    @Test
    void onlyArraysOfAnEngineAreCounted() {
        assertThat(EngineMemory.count("""
                 num     #instances         #bytes  class name (module)
                   1:         12345        1234567  [B (java.base@17)
                   9:            42           3360  ai.djl.mxnet.engine.MxNDArray
                  10:             7            560  ai.djl.mxnet.engine.MxNDArrayIndexer
                  11:             3            240  ai.djl.pytorch.engine.PtNDArray (app)
                  12:             8            128  layerwise.engine.Handles$Handle
                  13:             2             64  layerwise.engine.Handles
                """)).isEqualTo(53);
    }

    @Test
    void thatAnEngineHoldsNothingIsToldOnlyWhereThereIsOne() {
        assertThat(EngineMemory.line("  1:  2  64  ai.djl.mxnet.engine.MxEngine\n"))
                .isEqualTo("engine arrays: none are held");
        assertThat(EngineMemory.line("  1:  2  64  [B (java.base@17)\n")).isEmpty();
    }

    @Test
    void arraysThatAreHeldAreTold() {
        try (NDManager manager = Engines.open().newBaseManager()) {
            for (int i = 0; i < 50; i++) {
                manager.ones(new Shape(2));
            }
            assertThat(EngineMemory.line())
                    .matches("engine arrays: \\d[\\d,]* are held by variables and open managers;.*");
            assertThat(Integer.parseInt(EngineMemory.line().replaceAll("\\D", "")))
                    .isGreaterThanOrEqualTo(50);
            assertThat(manager.getManagedArrays()).hasSize(50);
        }
    }
}
