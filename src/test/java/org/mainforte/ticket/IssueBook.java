package org.mainforte.ticket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of Redmine's dialect as creating and searching need, in memory: it writes down every issue it is asked for, twice when
 * asked twice, and is quick enough for thousands. What it leaves out is tried with the real one.
 */
final class IssueBook implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    IssueBook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/custom_fields.json", call -> answer(call, 403, ""));
        server.createContext("/uploads.json", call -> answer(call, 201, "{\"upload\":{\"token\":\"t\"}}"));
        server.createContext("/issues.json", this::issues);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void issues(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("POST")) {
            JsonNode issue = JSON.readTree(call.getRequestBody()).path("issue");
            String key = issue.path("custom_fields").path(0).path("value").asString();
            answer(call, 201, "{\"issue\":" + issue(add(key), key) + "}");
            return;
        }
        String query = call.getRequestURI().getQuery();
        String key = query.substring(query.indexOf("cf_1=") + 5);
        int number = keys.indexOf(key);
        answer(call, 200, "{\"issues\":[" + (number < 0 ? "" : issue(number, key)) + "]}");
    }

    private int add(String key) {
        synchronized (keys) {
            keys.add(key);
            return keys.size() - 1;
        }
    }

    private static String issue(int number, String key) {
        return "{\"id\":" + (number + 1) + ",\"status\":{\"name\":\"New\",\"is_closed\":false},"
                + "\"custom_fields\":[{\"id\":1,\"name\":\"External Key\",\"value\":\"" + key + "\"}]}";
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            call.getResponseBody().write(bytes);
        }
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
