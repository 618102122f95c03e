package io.atmoshub.hub;

/// The rule that all names people give things share: some characters, none of them a control or direction character.
public final class PlainName {
    private PlainName() {}

    public static String checked(String what, String value, int most) {
        String stripped = value.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < 1 || length > most) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "%s has 1 to %d characters; this one has %d.".formatted(what, most, length),
                    "Pick another name.");
        }
        if (stripped.codePoints().anyMatch(PlainName::misleading)) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "%s can't hold control characters.".formatted(what),
                    "Take out line breaks and invisible characters.");
        }
        return stripped;
    }

    private static boolean misleading(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
