package org.mainforte.catalogue;

/** One of the values a field may take: {@code value} is what is stored, {@code label} what the person reads. */
public record Option(String value, String label) {}
