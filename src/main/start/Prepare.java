import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a folder that starts quickly: {@code java Prepare.java <jar> <folder>}, from where {@code knowledge-base/} is. The jar is
 * taken apart, because classes of jars inside a jar cannot be kept ready; then the product is started once, spoken to, and ended, so that the
 * JDK writes what it loaded, linked and learnt into {@code mainforte.aot} (JEP 483, 514, 515).
 */
public class Prepare {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        delete(folder);
        run(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()));
        Path data = Files.createTempDirectory("mainforte-prepare");
        try {
            learn(folder, data);
        } finally {
            delete(data);
        }
        if (!Files.exists(cache(folder))) {
            throw new IllegalStateException(cache(folder) + " was not written");
        }
    }

    private static Path cache(Path folder) {
        return folder.resolve("mainforte.aot");
    }

    private static void learn(Path folder, Path data) throws Exception {
        int port = freePort();
        Process product = start(List.of(
                "-XX:AOTCacheOutput=" + cache(folder),
                "-Xlog:aot=error",
                "-jar",
                folder.resolve("mainforte.jar").toString(),
                "--server.port=" + port,
                "--mainforte.data-dir=" + data));
        try {
            speak(product, "http://127.0.0.1:" + port);
        } finally {
            product.destroy();
            if (!product.waitFor(5, TimeUnit.MINUTES)) {
                product.destroyForcibly();
            }
        }
    }

    /** What most people do first, some times over: look up something, follow a guide, ask for a ticket. */
    private static void speak(Process product, String base) throws Exception {
        while (send(base, "GET", "/actuator/health/readiness", "", "").isEmpty()) {
            if (!product.isAlive()) {
                throw new IllegalStateException("It did not start");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        send(base, "GET", "/", "", "");
        String token = field("token", send(base, "POST", "/api/demo/sessions", "", "{\"person\":\"camille\"}"));
        for (int i = 0; i < 20; i++) {
            String path = "/api/conversations/" + field("id", send(base, "POST", "/api/conversations", token, "{}"));
            for (String said : List.of("\"text\":\"mon casque est mort\"", "\"choice\":\"guide:pc-setup\"", "\"text\":\"ouvrir un ticket\"")) {
                send(base, "POST", path + "/messages", token, "{\"clientId\":\"" + UUID.randomUUID() + "\"," + said + "}");
            }
            send(base, "GET", path, token, "");
        }
    }

    /** @return the body; empty when there is no answer yet */
    private static String send(String base, String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300 ? answer.body() : "";
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String field(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in: " + json);
        }
        return found.group(1);
    }

    private static void run(List<String> arguments) throws Exception {
        if (start(arguments).waitFor() != 0) {
            throw new IllegalStateException("java " + String.join(" ", arguments) + " failed");
        }
    }

    /** The JDK that runs this, so that the cache fits. */
    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
