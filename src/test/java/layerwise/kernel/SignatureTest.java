package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int Math.max(int a, int b)           | method   | int     | max(int a, int b)   | Math.max(int,int)
            List<E> List<E>.<E>of(E e1, E e2)    | method   | List<E> | of(E e1, E e2)      | List.of(E,E)
            ArrayList<E>(int initialCapacity)    | method   | ArrayList | ArrayList(int initialCapacity) | ArrayList.ArrayList(int)
            Map<K,V> Map<K,V>.<K,V>of(K k, V v)  | method   | Map<K,V> | of(K k, V v)       | Map.of(K,V)
            Network a.b.Network.of(String n, Layer... l) | method | Network | of(String n, Layer... l) | Network.of(String,Layer...)
            void Cat.all(Collection<? extends E> c) | method | void | all(Collection<? extends E> c) | Cat.all(Collection)
            boolean deep()                       | method   | boolean | deep()              | deep.deep()
            Conv Conv(int f, Optional<W> w).pad(int n) | method | Conv | pad(int n)   | Conv.pad(int)
            Conv(int f, Window w)(int f, Window w) | method | Conv  | Conv(int f, Window w) | Conv.Conv(int,Window)
            Conv(int f, Window w).filters:int    | field    | int     | filters             | Conv.filters
            Math.PI:double                       | field    | double  | PI                  | Math.PI
            cat:Cat                              | variable | Cat     | cat                 | cat
            java.util.List<E>                    | class    | ''      | List                | java.util.List
            a.b.Conv(int filters, a.b.Window w)  | class    | ''      | Conv                | a.b.Conv
            java.util                            | package  | ''      | util                | java.util
            """)
    void jshellsWordsAreTakenApart(String text, String kind, String type, String call, String key) {
        Signature signature = Signature.of(text);
        assertThat(signature.kind()).isEqualTo(kind);
        assertThat(signature.type()).isEqualTo(type);
        assertThat(signature.call()).isEqualTo(call);
        assertThat(signature.key()).isEqualTo(key);
    }
}
