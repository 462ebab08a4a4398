package layerwise.exercise;

import java.util.Optional;

/**
 * One of the answers that a question offers.
 *
 * @param label the answer
 * @param reason why it is wrong; nothing for the right one
 */
record Choice(String label, Optional<String> reason) {

    /** {@return the answer that is right} */
    static Choice right(String label) {
        return new Choice(label, Optional.empty());
    }

    /** {@return an answer that is wrong, with what to say to whoever chooses it} */
    static Choice wrong(String label, String reason) {
        return new Choice(label, Optional.of(reason));
    }
}
