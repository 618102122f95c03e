package io.atmoshub.server.change;

/// What a commit says: a person's words, and that the assistant had a part in it.
final class CommitText {
    private static final String ATTRIBUTION = """
            Generated with Atmos AI
            Co-Authored-By: Atmos AI <ai@atmos.tools>
            """;

    private CommitText() {}

    static String of(String message) {
        return message.contains("Co-Authored-By: Atmos AI") ? message + "\n" : message + "\n\n" + ATTRIBUTION;
    }
}
