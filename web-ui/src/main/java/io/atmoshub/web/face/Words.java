package io.atmoshub.web.face;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the pages; they live in one file, `messages.properties`.
public final class Words {
    private static final ResourceBundle MESSAGES =
            ResourceBundle.getBundle("io.atmoshub.web.face.messages", Locale.ROOT, Words.class.getClassLoader());

    private Words() {}

    /// The words for a key, with what belongs into `{0}`, `{1}`… A key that is not in the file is a bug.
    public static String of(String key, Object... values) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ENGLISH).format(values);
    }
}
