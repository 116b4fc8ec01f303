package org.mainforte.conversation;

/** Where an answer comes from: an article's section that retrieval really returned. */
public record Source(String article, String title, String section, String url) {}
