package org.mainforte.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Which errors end a connection of the embedded database. When the disk is full H2 closes its database, yet its old connections
 * go on calling themselves valid; only new ones open it again. The pool makes one of these, hence the public constructor.
 */
public final class LostDatabase implements SQLExceptionOverride {
    private static final Set<Integer> LOST = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        boolean ofH2 = failure.getClass().getName().startsWith("org.h2.");
        return ofH2 && LOST.contains(failure.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
