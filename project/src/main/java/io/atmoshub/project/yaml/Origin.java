package io.atmoshub.project.yaml;

/// Where something stands: a file as people name it, with line and column counted from 1.
public record Origin(String file, int line, int column) implements Comparable<Origin> {
    public static Origin startOf(String file) {
        return new Origin(file, 1, 1);
    }

    @Override
    public int compareTo(Origin other) {
        int byFile = file.compareTo(other.file);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
