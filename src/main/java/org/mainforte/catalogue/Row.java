package org.mainforte.catalogue;

/** One line of a card or a receipt: what it is about, and its value, both as the person reads them. */
public record Row(String label, String value) {}
