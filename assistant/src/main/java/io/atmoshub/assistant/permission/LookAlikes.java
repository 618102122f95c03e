package io.atmoshub.assistant.permission;

import java.text.Normalizer;
import java.util.Locale;

/// One spelling for names that a reader takes for the same: case, width, invisible signs, and letters of other
/// alphabets that are drawn like Latin ones.
final class LookAlikes {
    private static final String FOREIGN = "асԁеһіјӏкорԛѕтԝхуАВСЕНІЈКМОРЅТХУ" + "αιοκνρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ıɑɡⅼ";
    private static final String LATIN = "acdehijlkopqstwxyabcehijkmopstxy" + "aiokvptuxabezhikmnoptyx" + "iagl";

    private LookAlikes() {}

    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        // Composed first: a mark that stands apart is still the same letter.
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !(0xFE00 <= c && c <= 0xFE0F))
                .map(LookAlikes::latin)
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static int latin(int c) {
        int at = FOREIGN.indexOf(c);
        return at < 0 ? c : LATIN.charAt(at);
    }
}
