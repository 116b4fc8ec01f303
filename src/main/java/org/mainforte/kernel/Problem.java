package org.mainforte.kernel;

import java.util.List;
import java.util.Map;

/**
 * Something a person asked for that cannot be done, told to them as an RFC 9457 problem. The sentence comes from the texts
 * under {@code problem.<code>}, in the person's language; the code never changes once published.
 */
public class Problem extends RuntimeException {
    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> properties;

    public Problem(int status, String code, Object... arguments) {
        this(status, code, Map.of(), arguments);
    }

    /** @param properties further members of the problem document, such as the alternatives to a taken slot */
    public Problem(int status, String code, Map<String, Object> properties, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.properties = properties;
        this.arguments = List.of(arguments);
    }

    /** What does not exist and what belongs to somebody else answer alike. */
    public static Problem notFound() {
        return new Problem(404, "not-found");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
