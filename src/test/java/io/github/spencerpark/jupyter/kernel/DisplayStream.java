package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;

/** A double of IJava's class of this name, by its published signatures only. */
public final class DisplayStream {
    private final List<DisplayData> shown = new ArrayList<>();
    private final List<DisplayData> updated = new ArrayList<>();

    /** Remembers. */
    public void display(DisplayData data) {
        shown.add(data);
    }

    /** Remembers. */
    public void updateDisplay(DisplayData data) {
        updated.add(data);
    }

    /** Remembers. */
    public void updateDisplay(String id, DisplayData data) {
        data.setDisplayId(id);
        updated.add(data);
    }

    /** {@return what was shown} */
    public List<DisplayData> shown() {
        return shown;
    }

    /** {@return what was updated} */
    public List<DisplayData> updated() {
        return updated;
    }
}
