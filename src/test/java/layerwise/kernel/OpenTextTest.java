package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTextTest {
    private static final String RED = "\u001b[31m";

    private static String sent(String... printed) {
        OpenText text = new OpenText();
        for (String each : printed) {
            text.add(each);
        }
        return text.take();
    }

    /** What a terminal shows of plain text. */
    private static String terminal(String text) {
        StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int cursor = 0;
        for (char c : text.toCharArray()) {
            if (c == '\r') {
                cursor = 0;
            } else if (c == '\n') {
                all.append(line).append(c);
                line.setLength(0);
                cursor = 0;
            } else {
                line.replace(cursor, Math.min(line.length(), cursor + 1), String.valueOf(c));
                cursor++;
            }
        }
        return all.append(line).toString();
    }

    @Test
    void ofALineThatIsOverwrittenTheLastStateIsSent() {
        OpenText text = new OpenText();
        text.add("\n");
        for (int i = 0; i <= 100; i++) {
            text.add("\r" + i + " %");
        }
        assertThat(text.take()).isEqualTo("\n100 %");
    }

    @Test
    void aLineThatBeganInAnEarlierMessageIsOverwrittenByTheFrontEnd() {
        assertThat(sent("\r1 %", "\r2 %")).isEqualTo("\r2 %");
        assertThat(sent(" done", "\r1 %")).isEqualTo(" done\r1 %");
    }

    @Test
    void aReturnAtTheEndIsLeftForTheNextMessage() {
        assertThat(sent("\n10 %\r")).isEqualTo("\n10 %\r");
        assertThat(sent("\nabc\rX")).isEqualTo("\nXbc\rX");
    }

    @Test
    void linesThatEndAsOnWindowsStayLines() {
        assertThat(sent("\na\r\nb\r\n")).isEqualTo("\na\nb\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {RED + "100 %", "😀😀😀😀😀😀"})
    void whatCannotBeOverwrittenPlaceByPlaceIsReplaced(String line) {
        assertThat(sent("\n" + line + "\r5 %")).isEqualTo("\n5 %");
        assertThat(sent("\n12345678901234567890\r" + line)).isEqualTo("\n" + line);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void aTerminalShowsTheSameWhereverMessagesAreCut(long seed) {
        Random random = new Random(seed);
        StringBuilder printed = new StringBuilder();
        StringBuilder sent = new StringBuilder();
        OpenText text = new OpenText();
        for (int i = 0; i < 2000; i++) {
            String piece =
                    String.valueOf("abcdefg\r\r\n".charAt(random.nextInt(10))).repeat(1 + random.nextInt(3));
            printed.append(piece);
            text.add(piece);
            if (random.nextInt(7) == 0) {
                sent.append(text.take());
            }
        }
        sent.append(text.take());
        assertThat(terminal(sent.toString())).isEqualTo(terminal(printed.toString()));
        assertThat(sent.length()).isLessThan(printed.length());
    }
}
