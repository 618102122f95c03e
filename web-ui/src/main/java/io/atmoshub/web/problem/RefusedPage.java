package io.atmoshub.web.problem;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.shell.Frame;
import jakarta.enterprise.context.Dependent;

/// The hub refused to show this page: it is not there, or not for this person.
@ParentLayout(Frame.class)
@Tag("div")
@Dependent
public final class RefusedPage extends ProblemPage implements HasErrorParameter<HubException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<HubException> problem) {
        return show(problem.getException());
    }
}
