package io.atmoshub.web.face;

import com.vaadin.flow.data.provider.Query;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list that is paged by cursor, for a grid that scrolls by number: fetches page after page as far as one
/// scrolls, and keeps what it has.
public final class Listing<T> {
    private final Function<PageRequest, Page<T>> pages;
    private final List<T> items = new ArrayList<>();
    private @Nullable String next;
    private boolean begun;

    public Listing(Function<PageRequest, Page<T>> pages) {
        this.pages = pages;
    }

    public Stream<T> fetch(Query<T, ?> query) {
        int from = query.getOffset();
        int until = from + query.getLimit();
        while (items.size() < until && (!begun || next != null)) {
            Page<T> page = pages.apply(new PageRequest(next, PageRequest.MOST));
            begun = true;
            next = page.next();
            items.addAll(page.items());
        }
        return items.subList(Math.min(from, items.size()), Math.min(until, items.size())).stream();
    }

    public boolean isEmpty() {
        return begun && items.isEmpty();
    }
}
