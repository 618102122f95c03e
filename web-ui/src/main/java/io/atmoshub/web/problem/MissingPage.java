package io.atmoshub.web.problem;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.shell.Frame;
import jakarta.enterprise.context.Dependent;

/// There is no page at this address.
@ParentLayout(Frame.class)
@Tag("div")
@Dependent
public final class MissingPage extends ProblemPage implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
        return show(
                Words.of("problem.NOT_FOUND"),
                Words.of("missing.what", "/" + event.getLocation().getPath()),
                Words.of("missing.hint"),
                ErrorCode.NOT_FOUND);
    }
}
