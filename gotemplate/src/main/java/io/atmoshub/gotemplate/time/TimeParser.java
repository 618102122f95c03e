package io.atmoshub.gotemplate.time;

import io.atmoshub.gotemplate.FunctionException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/// Reads a time that is written as a layout says.
public final class TimeParser {

    private final String layout;
    private final String text;
    private int at;
    private int year;
    private int month = 1;
    private int day = 1;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private int nanos;
    private boolean afternoon;
    private boolean halves;
    private ZoneId zone;

    private TimeParser(String layout, String text, ZoneId zone) {
        this.layout = layout;
        this.text = text;
        this.zone = zone;
    }

    /// @param zone where the text doesn't name one
    /// @throws FunctionException when the text isn't written like that
    public static GoTime parse(String layout, String text, ZoneId zone) {
        return new TimeParser(layout, text, zone).parse();
    }

    private GoTime parse() {
        var parts = new Layout(layout).parts();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part.element().isEmpty()) {
                literal(part.text());
            } else {
                element(part.element());
                boolean fractionNext =
                        i + 1 < parts.size() && parts.get(i + 1).element().startsWith(".");
                if (part.element().endsWith("5") && !part.element().equals("15") && !fractionNext) {
                    optionalFraction();
                }
            }
        }
        if (at < text.length()) {
            throw wrong("there is more behind it");
        }
        return time();
    }

    private GoTime time() {
        if (halves) {
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        try {
            var date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
            return new GoTime(
                    ZonedDateTime.of(LocalDateTime.of(date, LocalTime.of(hour, minute, second, nanos)), zone));
        } catch (DateTimeException e) {
            throw wrong("there is no such time");
        }
    }

    private void literal(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (at >= text.length() || text.charAt(at) != expected.charAt(i)) {
                throw wrong("\"" + expected + "\" is missing");
            }
            at++;
        }
    }

    private void element(String element) {
        switch (element) {
            case "2006" -> year = number(4, 4);
            case "06" -> {
                int short2 = number(2, 2);
                year = short2 + (short2 >= 69 ? 1900 : 2000);
            }
            case "01" -> month = number(2, 2);
            case "1" -> month = number(1, 2);
            case "02" -> day = number(2, 2);
            case "2", "_2" -> {
                skipBlank();
                day = number(1, 2);
            }
            case "002", "__2" -> {
                skipBlank();
                dayOfYear = number(1, 3);
            }
            case "15" -> hour = number(1, 2);
            case "03" -> hour = number(2, 2);
            case "3" -> hour = number(1, 2);
            case "04" -> minute = number(2, 2);
            case "4" -> minute = number(1, 2);
            case "05" -> second = number(2, 2);
            case "5" -> second = number(1, 2);
            case "PM", "pm" -> half();
            case "January", "Jan" -> month = month(element.length() > 3);
            case "Monday", "Mon" -> weekday(element.length() > 3);
            case "MST" -> zoneName();
            default -> {
                if (element.charAt(0) == '.' || element.charAt(0) == ',') {
                    optionalFraction();
                } else {
                    offset(element);
                }
            }
        }
    }

    private void skipBlank() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private int number(int least, int most) {
        int from = at;
        while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - from < least) {
            throw wrong("a number is missing");
        }
        return Integer.parseInt(text.substring(from, at));
    }

    private void half() {
        halves = true;
        String word = text.substring(at, Math.min(at + 2, text.length())).toUpperCase(Locale.ROOT);
        if (!word.equals("AM") && !word.equals("PM")) {
            throw wrong("AM or PM is missing");
        }
        afternoon = word.equals("PM");
        at += 2;
    }

    private int month(boolean full) {
        for (var candidate : Month.values()) {
            if (taken(Layout.name(candidate), full)) {
                return candidate.getValue();
            }
        }
        throw wrong("a month is missing");
    }

    private void weekday(boolean full) {
        for (var candidate : DayOfWeek.values()) {
            if (taken(Layout.name(candidate), full)) {
                return;
            }
        }
        throw wrong("a day of the week is missing");
    }

    private boolean taken(String name, boolean full) {
        String wanted = full ? name : name.substring(0, 3);
        boolean there = text.regionMatches(true, at, wanted, 0, wanted.length());
        at += there ? wanted.length() : 0;
        return there;
    }

    private void zoneName() {
        int from = at;
        while (at < text.length() && Character.isUpperCase(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (name.length() < 3) {
            throw wrong("a time zone is missing");
        }
        if (name.equals("UTC") || name.equals("GMT")) {
            zone = ZoneOffset.UTC;
        }
    }

    private void offset(String element) {
        if (element.charAt(0) == 'Z' && at < text.length() && text.charAt(at) == 'Z') {
            at++;
            zone = ZoneOffset.UTC;
            return;
        }
        if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
            throw wrong("an offset is missing");
        }
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int seconds = number(2, 2) * 3600;
        String colon = element.contains(":") ? ":" : "";
        if (element.length() > 3) {
            literal(colon);
            seconds += number(2, 2) * 60;
        }
        if (element.length() > 6) {
            literal(colon);
            seconds += number(2, 2);
        }
        if (seconds > 18 * 3600) {
            throw wrong("there is no such offset");
        }
        zone = ZoneOffset.ofTotalSeconds(sign * seconds);
    }

    private void optionalFraction() {
        if (at + 1 >= text.length() || ".,".indexOf(text.charAt(at)) < 0 || !Character.isDigit(text.charAt(at + 1))) {
            return;
        }
        int from = ++at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        String digits = (text.substring(from, at) + "000000000").substring(0, 9);
        nanos = Integer.parseInt(digits);
    }

    private FunctionException wrong(String problem) {
        return new FunctionException("\"" + text + "\" isn't a time written like \"" + layout + "\": " + problem + ".");
    }
}
