package org.mainforte.request;

/** An employee confirmed a request. Published in the confirming transaction. */
public record RequestConfirmed(String request) {}
