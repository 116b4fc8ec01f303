package org.mainforte.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mainforte.journey.Person;

/** An open event stream, read on a thread of its own. */
final class Listener implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    static Listener on(Person person, String conversation) throws IOException, InterruptedException {
        Listener listener = new Listener();
        var stream = listener.http.send(
                HttpRequest.newBuilder(URI.create(
                                person.mainforte().base() + "/api/conversations/" + conversation + "/events"))
                        .header("Authorization", "Bearer " + person.token())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual()
                .start(() -> listener.read(
                        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))));
        return listener;
    }

    private void read(BufferedReader reader) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed: " + closed);
        }
    }

    /** How many lines held this. */
    long heard(String part) {
        return lines.stream().filter(line -> line.contains(part)).count();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
