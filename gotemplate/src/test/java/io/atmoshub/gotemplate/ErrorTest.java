package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atmoshub.gotemplate.TemplateException.Reason;
import io.atmoshub.gotemplate.gomplate.Gomplate;
import io.atmoshub.gotemplate.sprig.Sprig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTest {

    private static final Functions ALL = Gomplate.FUNCTIONS.with(Sprig.FUNCTIONS);

    static List<List<String>> syntaxErrors() {
        return List.of(
                List.of("a {{ .x", "1:3: this action is never closed: \"}}\" is missing."),
                List.of("{{/* a", "1:1: this comment is never closed: \"*/\" is missing."),
                List.of("{{/* a */ .x}}", "1:1: a comment must be alone in its action"),
                List.of("{{ \"a }}", "1:4: this string is never closed: a \" is missing."),
                List.of("{{ `a }}", "1:4: this raw string is never closed"),
                List.of("{{ 'a }}", "1:4: this character constant is never closed"),
                List.of("{{ 'ab' }}", "1:4: a character constant holds one character"),
                List.of("{{ \"\\z\" }}", "1:4: \"\\z\" isn't an escape Go knows"),
                List.of("{{ \"\\xg0\" }}", "1:4: \"g\" isn't a digit"),
                List.of("{{ (1 }}", "1:7: a parenthesis is never closed."),
                List.of("{{ 1) }}", "1:5: a closing parenthesis too many."),
                List.of("{{ 1x }}", "1:4: \"1x\" isn't a number Go knows."),
                List.of("{{ 99999999999999999999 }}", "1:4: 99999999999999999999 is too big for a whole number."),
                List.of("{{ .a%b }}", "1:6: \"%\" can't stand right behind \".a\"."),
                List.of("{{ # }}", "1:4: \"#\" can't stand in an action."),
                List.of("{{ ä \u0007 }}", "can't stand in an action."),
                List.of("{{ $x : 1 }}", "1:7: \":\" stands only in \":=\"."),
                List.of("{{}}", "1:3: a value is missing for an action."),
                List.of("{{ if }}{{ end }}", "1:7: a value is missing for if."),
                List.of("{{ 1 | }}", "1:8: a command is missing behind \"|\"."),
                List.of("{{ 1 | 2 }}", "1:8: behind \"|\" stands a function or a method, not \"2\"."),
                List.of("{{ nil }}", "1:4: nil can't stand alone"),
                List.of("{{ 1.a }}", "1:4: \"1.a\" isn't a number Go knows."),
                List.of("{{ true.a }}", "1:4: \"true\" has no fields"),
                List.of("{{ \"a\".b }}", "1:4: \"\"a\"\" has no fields"),
                List.of("{{ $x }}", "1:4: there is no variable \"$x\" here."),
                List.of("{{ $stage := 1 }}{{ $stags }}", "Did you mean \"$stage\"?"),
                List.of("{{ $x = 1 }}", "there is no variable \"$x\" here."),
                List.of("{{ if true }}{{ $x := 1 }}{{ end }}{{ $x }}", "there is no variable \"$x\" here."),
                List.of("{{ $a, $b := 1 }}", "1:6: only range sets two variables at once."),
                List.of("{{ range $a, $b, $c := . }}{{ end }}", "range sets at most two variables."),
                List.of("a\nb {{ if .x }}\n{{ .y }}", "2:6: this \"if\" is never closed: its \"end\" is missing."),
                List.of("{{ range . }}{{ else }}", "1:4: this \"range\" is never closed"),
                List.of("x {{ end }}", "1:3: there is nothing open that this could belong to."),
                List.of("{{ else }}", "1:1: there is nothing open that this could belong to."),
                List.of("{{ if 1 }}{{ else }}{{ else }}{{ end }}", "\"end\" must come before another \"else\"."),
                List.of("{{ if 1 }}{{ end x }}", "\"x\" can't stand behind \"end\"."),
                List.of("{{ break }}", "1:4: \"break\" stands only inside of a range."),
                List.of(
                        "{{ range . }}{{ define `a` }}{{ continue }}{{ end }}{{ end }}",
                        "\"define\" stands at the top"),
                List.of("{{ define a }}{{ end }}", "1:11: \"define\" is followed by a name in quotes, not by \"a\"."),
                List.of("{{ define `a` }}1{{ end }}{{ define `a` }}2{{ end }}", "there is a template \"a\" already."),
                List.of("{{ template . }}", "1:13: \"template\" is followed by a name in quotes, not by \".\"."),
                List.of("{{ .a ) }}", "1:7: a closing parenthesis too many."),
                List.of("{{ print =1 }}", "1:10: \"=\" can't stand in an action."));
    }

    @ParameterizedTest
    @MethodSource("syntaxErrors")
    void aMistakeInTheSyntaxIsNamedWithItsPlace(List<String> templateAndMessage) {
        var failure = catchThrowableOfType(TemplateException.class, () -> Rendered.of(templateAndMessage.get(0)));

        assertThat(failure).as(templateAndMessage.get(0)).isNotNull();
        assertThat(failure.reason()).isEqualTo(Reason.SYNTAX);
        assertThat(failure).hasMessageStartingWith("test:").hasMessageContaining(templateAndMessage.get(1));
    }

    private static Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("vars", Map.of("stage", "dev"));
        data.put("name", "vpc");
        data.put("nothing", null);
        data.put("list", Arrays.asList(1L, null));
        return data;
    }

    static List<List<String>> failures() {
        return List.of(
                List.of(
                        "{{ .name.x }}",
                        "1:4: there is no \"x\" in the string \"vpc\": it isn't a map. In: {{ .name.x }}"),
                List.of("{{ .nothing.x }}", "1:4: there is nothing (nil) here to take \"x\" from."),
                List.of("{{ .vars.stage 1 }}", "1:4: \"stage\" is an entry of a map and takes no arguments."),
                List.of("{{ 1 2 }}", "only functions and methods take arguments"),
                List.of("{{ 1 | .vars.stage }}", "takes no arguments."),
                List.of("{{ range .list }}{{ .x }}{{ end }}", "there is no \"x\" in the int 1"),
                List.of(
                        "{{ range .name }}{{ end }}",
                        "1:4: range goes over lists, maps and whole numbers, not over the string \"vpc\"."),
                List.of("{{ index .list 5 }}", "1:4: index: there is no position 5; the last one is 1."),
                List.of("{{ index .list `a` }}", "index: argument 2 must be a whole number, not the string \"a\"."),
                List.of("{{ index .name.x 1 }}", "1:10: there is no \"x\""),
                List.of("{{ index nil 1 }}", "index: there is nothing (nil) to take an element of."),
                List.of("{{ index 1 1 }}", "index: the int 1 has no elements."),
                List.of("{{ len 1 }}", "len: the int 1 has no length."),
                List.of("{{ len nil }}", "len: nothing (nil) has no length."),
                List.of("{{ len }}", "len: it takes 1 argument, not 0."),
                List.of("{{ eq 1 }}", "eq: it takes at least 2 arguments, not 1."),
                List.of(
                        "{{ eq 1 `1` }}",
                        "values of different types can't be compared: the int 1 and the string \"1\"."),
                List.of(
                        "{{ eq .list .list }}",
                        "eq compares simple values, not a list; for lists and maps there is deepEqual."),
                List.of("{{ lt true false }}", "only numbers and strings have an order, not the bool true."),
                List.of("{{ lt 1 1.5 }}", "values of different types can't be compared: the int 1 and the number 1.5."),
                List.of("{{ call 1 }}", "call: argument 1 must be a function, not the int 1."),
                List.of("{{ and }}", "and needs at least 1 argument."),
                List.of(
                        "{{ template `nome` }}{{ define `none` }}1{{ end }}",
                        "1:4: there is no template \"nome\". Did you mean \"none\"?"),
                List.of("{{ upper 1 }}", "1:4: upper: argument 1 must be a string, not the int 1."),
                List.of("{{ .vars | upper }}", "1:12: upper: argument 1 must be a string, not a map."),
                List.of("{{ upper `a` `b` }}", "upper: it takes 1 argument, not 2."),
                List.of("{{ until 1.5 }}", "until: argument 1 must be a whole number, not the number 1.5."),
                List.of("{{ fail `no stage set` }}", "1:4: no stage set"),
                List.of("{{ div 1 0 }}", "div: nothing can be divided by 0."),
                List.of("{{ set .vars `a` 1 }}", "set: this map can't be changed; change a copy of it: deepCopy."),
                List.of("{{ first `a` }}", "first: it takes a list, not the string \"a\"."),
                List.of("{{ substr 3 1 `abc` }}", "substr: there are no positions 3 to 1 in a string of 3 bytes."),
                List.of("{{ regexMatch `(` `a` }}", "regexMatch: this isn't a regular expression: "),
                List.of("{{ semver `one` }}", "\"one\" isn't a version; write it like \"1.2.3\"."),
                List.of("{{ semverCompare `>>1` `1.0.0` }}", "\">>1\" isn't a constraint on versions"),
                List.of(
                        "{{ mustToDate `2006-01-02` `2026-13-01` }}",
                        "\"2026-13-01\" isn't a time written like \"2006-01-02\""),
                List.of("{{ mustFromJson `{\"a\":}` }}", "this isn't JSON: a value is expected at character 6."),
                List.of("{{ mustFromJson `[1` }}", "this isn't JSON: \"]\" is expected at character 3."),
                List.of(
                        "{{ mustDateModify `1 day` 0 }}",
                        "\"1 day\" isn't a duration; write it like \"1h30m\" or \"1.5s\"."),
                List.of("{{ dig `a` `b` 0 (dict `a` 1) }}", "dig: \"a\" isn't a map but the int 1."),
                List.of("{{ decryptAES `k` `nonsense` }}", "decryptAES: this is too short to be enciphered."),
                List.of("{{ strings.Uper `a` }}", "1:4: there is no \"Uper\" in a namespace strings"),
                List.of("{{ required `stage is required` .none }}", "stage is required"),
                List.of("{{ assert `must be dev` false }}", "assertion failed: must be dev"),
                List.of("{{ coll.Index `x` .vars }}", "there is no the string \"x\""),
                List.of("{{ data.JSON `[1]` }}", "this is a list and not a map"),
                List.of("{{ tpl `{{ .x.y }}` 1 }}", "<inline>:1:4: there is no \"x\" in the int 1"),
                List.of("{{ tpl `{{ ` 1 }}", "<inline>:1:1: this action is never closed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhatWhereAndInWhichAction(List<String> templateAndMessage) {
        var failure = catchThrowableOfType(
                TemplateException.class, () -> Rendered.of(templateAndMessage.get(0), data(), ALL));

        assertThat(failure).as(templateAndMessage.get(0)).isNotNull();
        assertThat(failure.reason()).isEqualTo(Reason.FAILED);
        assertThat(failure).hasMessageContaining(templateAndMessage.get(1));
    }

    @Test
    void anUnknownFunctionIsAnErrorEvenWhereItIsNeverCalled() {
        assertThatThrownBy(() -> Rendered.of("{{ if false }}\n {{ lookup `x` }}{{ end }}"))
                .hasMessage("test:2:5: there is no function \"lookup\". In: {{ lookup `x` }}")
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FUNCTION);
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(5);
                    assertThat(e.templateName()).isEqualTo("test");
                    assertThat(e.problem()).isEqualTo("there is no function \"lookup\".");
                });
    }

    @Test
    void columnsCountCharactersAndLongActionsAreCut() {
        assertThatThrownBy(() -> Rendered.of("ok\n🎉é {{ upper 1 }}", null, ALL))
                .hasMessageStartingWith("test:2:7:");
        assertThatThrownBy(() -> Rendered.of("{{ upper 1 \"" + "x".repeat(200) + "\" }}", null, ALL))
                .hasMessageEndingWith("x…");
    }

    @Test
    void aMissingKeyIsWhatTheOptionSays() {
        assertThat(missing("{{ .vars.none }} {{ .vars.none.x }}", MissingKey.DEFAULT))
                .isEqualTo("<no value> <no value>");
        assertThat(missing("{{ .vars.none }}", MissingKey.ZERO)).isEqualTo("<no value>");
        assertThatThrownBy(() -> missing("{{ .vars.none.x }}", MissingKey.ZERO))
                .hasMessageContaining("nothing (nil) here");
        assertThatThrownBy(() -> missing("{{ .vars.stagе2 }}", MissingKey.ERROR))
                .hasMessageContaining("there is no \"stagе2\"");
        assertThatThrownBy(() -> missing("{{ .vars.stag }}", MissingKey.ERROR))
                .hasMessage("test:1:4: there is no \"stag\" in this map. Did you mean \"stage\"? In: {{ .vars.stag }}");
        assertThatThrownBy(() -> missing("{{ $x := .nothing }}{{ $x.y }}", MissingKey.ERROR))
                .hasMessageContaining("there is nothing here to take \"y\" from.");
    }

    private static String missing(String text, MissingKey missingKey) {
        return Template.parse("test", text, Options.DEFAULT.withMissingKey(missingKey))
                .execute(data(), Functions.NONE, Reach.NOTHING, Limits.DEFAULT);
    }
}
