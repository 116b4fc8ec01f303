package org.mainforte.markdown;

/**
 * Something wrong in a file, said so that a writer can put it right.
 *
 * @param file the file's name
 * @param line the line, counted from 1
 * @param what what is wrong, quoting what was found
 * @param remedy what to do about it
 */
public record Fault(String file, int line, String what, String remedy) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + " " + remedy;
    }
}
