package org.mainforte.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a site, in lower case, as its file in {@code knowledge-base/sites} does. */
public record SiteId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteId {}

    @Override
    public String toString() {
        return value;
    }
}
