package layerwise.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that answers as it is told to. */
final class Mirror implements AutoCloseable {
    /** How one request is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    Mirror(Answer... answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int number;
            synchronized (asked) {
                number = asked.size();
                asked.add(range == null ? "all" : range);
            }
            try {
                answers[Math.min(number, answers.length - 1)].to(exchange);
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    URI file(String name) {
        return URI.create(address() + name);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** {@return the range of each request so far, or {@code all}} */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Serves ranges as RFC 9110 says. */
    static Answer good(byte[] bytes) {
        return exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            if (range != null) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
            exchange.getResponseBody().write(bytes, from, bytes.length - from);
        };
    }

    static Answer withoutRanges(byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Promises all and breaks off. */
    static Answer truncated(byte[] bytes, int count) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, count);
            exchange.getResponseBody().flush();
        };
    }

    /** Promises all, sends some and then nothing for longer than anyone waits. */
    static Answer stalled(byte[] bytes, int count) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            OutputStream body = exchange.getResponseBody();
            body.write(bytes, 0, count);
            body.flush();
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Answer status(int code) {
        return exchange -> exchange.sendResponseHeaders(code, -1);
    }

    /** Sends these bytes without saying how many there will be. */
    static Answer chunked(byte[] bytes, int times) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < times; i++) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
