package org.mainforte.catalogue;

/** Something offered with an answer: the words on the button, and what it starts. */
public record Offer(String label, Start start) {}
