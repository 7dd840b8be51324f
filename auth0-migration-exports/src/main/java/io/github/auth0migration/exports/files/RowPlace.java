package io.github.auth0migration.exports.files;

/**
 * Where a row stands.
 *
 * @param file the file's name, relative to the export's folder, with {@code /} between its parts
 * @param offset where the row begins in the file, in bytes; within a zip file where its entry begins
 * @param length how many bytes it takes
 * @param line the line on which it begins, from 1
 */
public record RowPlace(String file, long offset, int length, long line) {}
