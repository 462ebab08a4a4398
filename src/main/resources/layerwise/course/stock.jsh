import static layerwise.kernel.Display.clearOutput;
import static layerwise.kernel.Display.display;
import static layerwise.kernel.Display.html;
import static layerwise.kernel.Display.png;
import static layerwise.kernel.Display.*;
import static layerwise.kernel.Display.svg;
import static layerwise.kernel.Display.update;
import static layerwise.kernel.Display.updateDisplay;
layerwise.course.CourseKernel.onStockKernel();
