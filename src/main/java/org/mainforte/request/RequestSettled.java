package org.mainforte.request;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Receipt;
import org.mainforte.kernel.Refusal;

/**
 * What the person must be told about a confirmed request, published in the transaction that settles it: done (receipt), refused
 * by a rule or the world (refusal), or delayed because a system is out of order (neither; it will be tried again).
 */
public record RequestSettled(
        Request request,
        @Nullable Receipt receipt,
        @Nullable Refusal refusal) {}
