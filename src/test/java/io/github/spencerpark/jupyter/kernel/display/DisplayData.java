package io.github.spencerpark.jupyter.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** A double of IJava's class of this name, by its published signatures only. */
public final class DisplayData {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private String id;

    DisplayData() {}

    /** Adds a form. */
    public void putData(String type, Object form) {
        data.put(type, form);
    }

    /** Names the place. */
    public void setDisplayId(String id) {
        this.id = id;
    }

    /** {@return the name of the place} */
    public String getDisplayId() {
        return id;
    }

    /** {@return all forms} */
    public Map<String, Object> data() {
        return data;
    }
}
