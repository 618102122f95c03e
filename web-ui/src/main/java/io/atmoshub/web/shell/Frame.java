package io.atmoshub.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Person;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Mark;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The frame of every page behind the sign-in: the rail, which is a drawer on a phone, and the page beside it.
@Layout
@PermitAll
@Dependent
public final class Frame extends Div implements RouterLayout, AfterNavigationObserver {
    private final Hub hub;
    private final Person me;
    private final Main page = new Main();

    @Inject
    public Frame(Hub hub) {
        this.hub = hub;
        this.me = hub.account().me().person();
        addClassName("frame");
        page.setId("page");
        page.addClassName("page");
        page.getElement().setAttribute("tabindex", "-1");
        var veil = new Div();
        veil.addClassName("veil");
        veil.addClickListener(click -> drawer(false));
        add(new Skip(), top(), new Rail(me, this::openPalette), veil, page, liveRegion());
        Shortcuts.addShortcutListener(this, this::openPalette, Key.KEY_K, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, this::openPalette, Key.KEY_K, KeyModifier.META);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        page.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        drawer(false);
    }

    private Component top() {
        var menu = Buttons.icon(Icon.MENU, Words.of("nav.menu"), click -> drawer(true));
        var name = new Div(new Mark(), new com.vaadin.flow.component.html.Span(Words.of("product")));
        name.addClassName("brand");
        var search = Buttons.icon(Icon.SEARCH, Words.of("nav.search"), click -> openPalette());
        var top = new Div(menu, name, search);
        top.addClassName("top-bar");
        return top;
    }

    /// Where the browser puts finished sentences of an answer, for screen readers.
    private static Component liveRegion() {
        var region = new Div();
        region.setId("hub-live");
        region.addClassName("for-ears");
        region.getElement().setAttribute("aria-live", "polite");
        return region;
    }

    private void drawer(boolean open) {
        setClassName("drawer-open", open);
    }

    private void openPalette() {
        new Palette(hub, me).open();
    }

    /// The first stop of the Tab key: past the rail.
    private static final class Skip extends com.vaadin.flow.component.html.NativeButton {
        Skip() {
            super(Words.of("nav.skip"));
            addClassName("skip");
            getElement().setAttribute("type", "button");
            addClickListener(click -> getElement().executeJs("document.getElementById('page').focus()"));
        }
    }
}
