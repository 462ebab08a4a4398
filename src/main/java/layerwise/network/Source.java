package layerwise.network;

import layerwise.layers.Given;

/**
 * Where a network was published: whoever doubts a number looks here.
 *
 * @param authors family names as the paper prints them
 * @param year of publication
 * @param title of the paper
 * @param place the table, figure or section that the definition follows
 */
public record Source(String authors, int year, String title, String place) {

    /** Refuses words that are null. */
    public Source {
        Given.value(authors, "the name of a source's authors");
        Given.value(title, "the title of a source");
        Given.value(place, "the place in a source");
    }

    /** {@return the same paper, another place in it} */
    public Source at(String place) {
        return new Source(authors, year, title, place);
    }

    /** {@return the citation in one line} */
    @Override
    public String toString() {
        return authors + " " + year + ", " + title + ", " + place;
    }
}
