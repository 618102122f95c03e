package io.atmoshub.gotemplate.time;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Go's way to write down a format: by example, with the time `Mon Jan 2 15:04:05 MST 2006`.
final class Layout {

    /// Those that contain others come first.
    private static final List<String> ELEMENTS = List.of(
            "January",
            "Monday",
            "2006",
            "-07:00:00",
            "-070000",
            "-07:00",
            "-0700",
            "-07",
            "Z07:00:00",
            "Z070000",
            "Z07:00",
            "Z0700",
            "Z07",
            "Jan",
            "Mon",
            "MST",
            "002",
            "__2",
            "_2",
            "01",
            "02",
            "03",
            "04",
            "05",
            "06",
            "15",
            "PM",
            "pm",
            "1",
            "2",
            "3",
            "4",
            "5");

    private final List<Part> parts = new ArrayList<>();

    /// @param element empty when the text stands for itself
    record Part(String element, String text) {}

    Layout(String layout) {
        int from = 0;
        int at = 0;
        while (at < layout.length()) {
            String element = elementAt(layout, at);
            if (element.isEmpty()) {
                at++;
                continue;
            }
            if (from < at) {
                parts.add(new Part("", layout.substring(from, at)));
            }
            parts.add(new Part(element, ""));
            at += element.length();
            from = at;
        }
        if (from < layout.length()) {
            parts.add(new Part("", layout.substring(from)));
        }
    }

    List<Part> parts() {
        return parts;
    }

    private static String elementAt(String layout, int at) {
        char c = layout.charAt(at);
        if ((c == '.' || c == ',') && at + 1 < layout.length()) {
            char digit = layout.charAt(at + 1);
            if (digit == '0' || digit == '9') {
                int end = at + 1;
                while (end < layout.length() && layout.charAt(end) == digit) {
                    end++;
                }
                boolean whole = end == layout.length() || !Character.isDigit(layout.charAt(end));
                return whole ? layout.substring(at, end) : "";
            }
        }
        if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
            for (String element : ELEMENTS) {
                if (layout.startsWith(element, at)
                        && !(element.equals("Jan") && isLower(layout, at + 3))
                        && !(element.equals("Mon") && isLower(layout, at + 3))) {
                    return element.equals("_2") && layout.startsWith("_2006", at) ? "" : element;
                }
            }
        }
        return "";
    }

    private static boolean isLower(String layout, int at) {
        return at < layout.length() && Character.isLowerCase(layout.charAt(at));
    }

    String format(ZonedDateTime time) {
        var out = new StringBuilder();
        for (var part : parts) {
            out.append(part.element().isEmpty() ? part.text() : formatted(part.element(), time));
        }
        return out.toString();
    }

    private static String formatted(String element, ZonedDateTime time) {
        return switch (element) {
            case "January" -> name(time.getMonth());
            case "Jan" -> name(time.getMonth()).substring(0, 3);
            case "Monday" -> name(time.getDayOfWeek());
            case "Mon" -> name(time.getDayOfWeek()).substring(0, 3);
            case "2006" -> padded(time.getYear(), 4, '0');
            case "06" -> padded(time.getYear() % 100, 2, '0');
            case "01" -> padded(time.getMonthValue(), 2, '0');
            case "1" -> String.valueOf(time.getMonthValue());
            case "02" -> padded(time.getDayOfMonth(), 2, '0');
            case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
            case "2" -> String.valueOf(time.getDayOfMonth());
            case "002" -> padded(time.getDayOfYear(), 3, '0');
            case "__2" -> padded(time.getDayOfYear(), 3, ' ');
            case "15" -> padded(time.getHour(), 2, '0');
            case "03" -> padded(twelve(time), 2, '0');
            case "3" -> String.valueOf(twelve(time));
            case "04" -> padded(time.getMinute(), 2, '0');
            case "4" -> String.valueOf(time.getMinute());
            case "05" -> padded(time.getSecond(), 2, '0');
            case "5" -> String.valueOf(time.getSecond());
            case "PM" -> time.getHour() < 12 ? "AM" : "PM";
            case "pm" -> time.getHour() < 12 ? "am" : "pm";
            case "MST" -> zoneName(time);
            default ->
                element.charAt(0) == '.' || element.charAt(0) == ','
                        ? fraction(element, time.getNano())
                        : offset(element, time.getOffset().getTotalSeconds());
        };
    }

    /// `March`, `Monday`. Java's own names would load the data of a locale first.
    static String name(Enum<?> monthOrDay) {
        String name = monthOrDay.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static int twelve(ZonedDateTime time) {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static String zoneName(ZonedDateTime time) {
        if (time.getZone() instanceof java.time.ZoneOffset offset) {
            return offset.getTotalSeconds() == 0 ? "UTC" : offset("-07", offset.getTotalSeconds());
        }
        if (time.getZone().getId().equals("UTC") || time.getZone().getId().equals("Z")) {
            return "UTC";
        }
        boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
        return java.util.TimeZone.getTimeZone(time.getZone())
                .getDisplayName(summer, java.util.TimeZone.SHORT, Locale.ENGLISH);
    }

    private static String fraction(String element, int nanos) {
        int width = element.length() - 1;
        String digits = padded(nanos, 9, '0').substring(0, Math.min(width, 9));
        digits += "0".repeat(Math.max(0, width - 9));
        if (element.charAt(1) == '9') {
            int end = digits.length();
            while (end > 0 && digits.charAt(end - 1) == '0') {
                end--;
            }
            return end == 0 ? "" : element.charAt(0) + digits.substring(0, end);
        }
        return element.charAt(0) + digits;
    }

    private static String offset(String element, int seconds) {
        if (element.charAt(0) == 'Z' && seconds == 0) {
            return "Z";
        }
        int size = Math.abs(seconds);
        String colon = element.contains(":") ? ":" : "";
        var out = new StringBuilder(seconds < 0 ? "-" : "+").append(padded(size / 3600, 2, '0'));
        if (element.length() > 3) {
            out.append(colon).append(padded(size / 60 % 60, 2, '0'));
        }
        if (element.length() > 6) {
            out.append(colon).append(padded(size % 60, 2, '0'));
        }
        return out.toString();
    }

    private static String padded(int number, int width, char with) {
        String digits = String.valueOf(Math.abs(number));
        return (number < 0 ? "-" : "") + String.valueOf(with).repeat(Math.max(0, width - digits.length())) + digits;
    }
}
