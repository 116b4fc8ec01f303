package org.mainforte.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An open stream of server-sent events, read the way a browser reads it. */
public final class Events implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("events.patience", 40));

    private final InputStream stream;
    private final BufferedReader lines;

    Events(InputStream stream) {
        this.stream = stream;
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** One event; a heartbeat is an event named {@code comment}. */
    public record Event(String name, String id, String data) {
        public JsonNode json() {
            return Mainforte.JSON.readTree(data);
        }

        public int seq() {
            return json().path("seq").asInt();
        }
    }

    /** Everything up to and with the first event that fits. Heartbeats keep this from waiting for ever. */
    public List<Event> until(Predicate<Event> last) {
        List<Event> events = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Event event = next();
            events.add(event);
            if (last.test(event)) {
                return events;
            }
        }
        throw new AssertionError("Not within " + PATIENCE + "; only " + events);
    }

    /** Everything until the assistant has answered what was said up to {@code seq}. */
    public List<Event> untilIdle(int seq) {
        return until(event -> event.name().equals("idle") && event.seq() >= seq);
    }

    private Event next() {
        String name = "";
        String id = "";
        List<String> data = new ArrayList<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    name = "comment";
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.add(line.substring(5));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(name, id, String.join("\n", data));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("The stream ended");
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
