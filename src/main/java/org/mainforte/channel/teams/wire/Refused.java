package org.mainforte.channel.teams.wire;

/**
 * A call that is not let in: 401 when the token is missing or not valid, 403 when a valid token was made for something else. The
 * reason is for our log only and holds nothing of the token.
 */
public final class Refused extends RuntimeException {
    private final int status;

    public Refused(int status, String why) {
        super(why);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
