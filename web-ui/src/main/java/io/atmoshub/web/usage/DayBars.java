package io.atmoshub.web.usage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.web.face.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A bar a day, as high as what the day cost, or as its tokens where nothing had a price; days without any are there.
final class DayBars extends Div {
    DayBars(List<UsageSum> days, LocalDate from, LocalDate until) {
        addClassName("day-bars");
        if (days.isEmpty()) {
            return;
        }
        getElement().setAttribute("role", "list").setAttribute("aria-label", Words.of("usage.byDay"));
        Map<LocalDate, UsageSum> known = new TreeMap<>();
        days.forEach(day -> known.put(LocalDate.parse(day.key()), day));
        boolean priced = days.stream().anyMatch(day -> day.cost().signum() > 0);
        double highest =
                days.stream().mapToDouble(day -> height(day, priced)).max().orElse(1);
        from.datesUntil(until.plusDays(1))
                .forEach(day -> add(bar(
                        day, known.getOrDefault(day, UsageSum.none(day.toString(), day.toString())), priced, highest)));
    }

    private static double height(UsageSum day, boolean priced) {
        return priced ? day.cost().doubleValue() : day.tokens();
    }

    private static Div bar(LocalDate day, UsageSum sum, boolean priced, double highest) {
        var filled = new Span();
        filled.getStyle().setHeight("%.1f%%".formatted(100 * height(sum, priced) / Math.max(highest, 1e-12)));
        var bar = new Div(filled);
        String words = Words.of("usage.day", day, sum.calls() == 0 ? Words.of("usage.nothing") : Amount.of(sum));
        bar.getElement()
                .setAttribute("role", "listitem")
                .setAttribute("title", words)
                .setAttribute("aria-label", words);
        bar.addClassName("day-bar");
        return bar;
    }
}
