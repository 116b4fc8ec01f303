package org.mainforte.channel.teams.wire;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Fetches what people send: files from the allowed hosts without any token, pictures from the connector's own host with ours.
 * Anything else is not fetched at all.
 */
@Component
public class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final String FILE = "application/vnd.microsoft.teams.file.download.info";

    private final Endpoints endpoints;
    private final Connector connector;
    private final RestClient web;

    Downloads(Endpoints endpoints, Connector connector, TeamsSettings settings) {
        this.endpoints = endpoints;
        this.connector = connector;
        this.web = Web.client(settings.callTimeout());
    }

    /** Whether an attachment is a file or a picture; Teams also attaches the HTML of a text, and cards. */
    public static boolean isFile(JsonNode attachment) {
        String type = attachment.path("contentType").asString("");
        return type.equals(FILE) || type.startsWith("image/");
    }

    /**
     * The bytes of an attachment; empty when it may not or cannot be fetched, or is larger than allowed.
     *
     * @param serviceUrl the connector of the chat it came in
     */
    public Optional<byte[]> fetch(JsonNode attachment, String serviceUrl, int most) {
        boolean file = attachment.path("contentType").asString("").equals(FILE);
        String url = file
                ? attachment.path("content").path("downloadUrl").asString("")
                : attachment.path("contentUrl").asString("");
        boolean ofConnector = !file && sameOrigin(url, serviceUrl) && endpoints.service(url);
        if (!ofConnector && !endpoints.file(url)) {
            LOG.warn("A file is not fetched: its host is not among mainforte.teams.file-hosts");
            return Optional.empty();
        }
        try {
            return Optional.of(get(url, ofConnector ? connector.tokenFor(url) : null, most));
        } catch (IOException | RestClientException failure) {
            // The address of a file may hold a key to it, so the message of the failure, which quotes it, is not
            // logged.
            LOG.warn("A file of a person could not be fetched: {}", Web.kind(failure));
            return Optional.empty();
        }
    }

    private byte[] get(String url, @Nullable String token, int most) throws IOException {
        RestClient.RequestHeadersSpec<?> request = web.get().uri(URI.create(url));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        byte[] bytes = request.exchange((sent, response) -> {
            if (!response.getStatusCode().is2xxSuccessful()) {
                throw new IOException("answered " + response.getStatusCode());
            }
            return Web.read(response.getBody(), most);
        });
        return bytes == null ? new byte[0] : bytes;
    }

    private static boolean sameOrigin(String url, String serviceUrl) {
        try {
            URI one = new URI(url);
            URI other = new URI(serviceUrl);
            return one.getHost() != null
                    && one.getRawUserInfo() == null
                    && one.getScheme() != null
                    && one.getScheme().equalsIgnoreCase(other.getScheme())
                    && one.getHost().equalsIgnoreCase(other.getHost())
                    && one.getPort() == other.getPort();
        } catch (java.net.URISyntaxException malformed) {
            return false;
        }
    }
}
