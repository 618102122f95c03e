package io.atmoshub.web.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/// The policy: for admins the document on one side and what it means on the other, for others what applies to them.
@Route("policy")
@PermitAll
@Dependent
public final class PolicyView extends Div implements HasDynamicTitle {
    @Inject
    public PolicyView(Hub hub) {
        addClassNames("sheet", "policy");
        boolean admin = hub.account().me().person().role() == Role.ADMIN;
        add(new PageHead(Words.of("nav.policy"), Words.of(admin ? "policy.about" : "policy.about.mine")));
        var meaning = new Div();
        meaning.addClassName("meaning");
        var rules = new RuleTable(hub);
        if (admin) {
            var editor = new PolicyEditor(hub.policies(), rules::refresh);
            meaning.add(new Simulator(hub, true, editor::draft), rules, new MyGrants(hub.policies()));
            var body = new Div(editor, meaning);
            body.addClassName("policy-body");
            add(body);
        } else {
            meaning.add(rules, new Simulator(hub, false, Optional::empty), new MyGrants(hub.policies()));
            add(meaning);
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.policy"));
    }
}
