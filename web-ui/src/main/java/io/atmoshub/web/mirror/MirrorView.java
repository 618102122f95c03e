package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The mirror: quarantine on top when there is any, then the tools, what was recalled, and how to point a client here.
@Route("tools")
@PermitAll
@Dependent
public final class MirrorView extends Div implements HasDynamicTitle {
    private final Mirror mirror;
    private final boolean admin;
    private final Div body = new Div();

    @Inject
    public MirrorView(Hub hub) {
        this.mirror = hub.mirror();
        this.admin = hub.account().me().person().role() == Role.ADMIN;
        addClassNames("sheet", "mirror");
        body.addClassName("mirror-body");
        add(
                new PageHead(Words.of("nav.tools"), Words.of("mirror.about")),
                body,
                new PolicyPane(mirror.policy(), admin),
                new ClientSettings());
        refresh();
    }

    private void refresh() {
        body.removeAll();
        MirrorUsage usage = mirror.usage();
        if (usage.undecided() > 0) {
            body.add(new QuarantineList(mirror, admin, this::refresh));
        }
        if (usage.tools().isEmpty()) {
            var empty = new Div(new Paragraph(Words.of("mirror.none")));
            empty.addClassName("empty");
            body.add(empty);
            return;
        }
        var total = new Paragraph(Words.of("mirror.total", usage.files(), Size.of(usage.bytes())));
        total.addClassName("quiet");
        body.add(new H2(Words.of("mirror.tools")), total, new ToolTable(mirror, admin, usage.tools(), this::refresh));
        if (usage.recalled() > 0) {
            body.add(new RecallList(mirror, admin, this::refresh));
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.tools"));
    }
}
