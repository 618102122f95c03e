package io.atmoshub.project.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Expressions on a component as people write them after `--query`.
class QueryTest {
    private static final String COMPONENT = """
            vars:
              name: vpc
              enabled: true
              count: 3
              ratio: 0.5
              nothing: null
              "a.b": dotted
              depends-on: {x: 1}
              zones: [a, b, c]
              tags: {Team: net, Cost: low}
              nodes:
                - {name: one, size: 1, on: true}
                - {name: two, size: 5}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            .vars.name                                    ¦ vpc
            .vars["name"]                                 ¦ vpc
            .vars."a.b"                                   ¦ dotted
            .vars.depends-on.x                            ¦ 1
            .vars.zones[0]                                ¦ a
            .vars.zones[-1]                               ¦ c
            .vars.zones.[1]                               ¦ b
            .vars.zones[1:]                               ¦ [b, c]
            .vars.zones[1:2]                              ¦ [b]
            .vars.zones[:1]                               ¦ [a]
            .vars.zones[]                                 ¦ [a, b, c]
            .vars.missing.deeper                          ¦ null
            .vars.tags | keys                             ¦ [Team, Cost]
            .vars.zones | keys                            ¦ [0, 1, 2]
            .vars.zones | length                          ¦ 3
            .vars.name | length                           ¦ 3
            .vars.nothing | length                        ¦ 0
            .vars.nodes | map(.size)                      ¦ [1, 5]
            .vars.nodes[] | select(.size > 2) | .name     ¦ two
            .vars.nodes[] | select(.name == "one") | .on  ¦ true
            .vars.nodes[] | select(.name == "t*").size    ¦ 5
            .vars.nodes | map(select(.on)) | length       ¦ 1
            [.vars.nodes[].name]                          ¦ [one, two]
            {"n": .vars.name, "c": .vars.count}           ¦ {n=vpc, c=3}
            .vars.tags | to_entries | .[0].key            ¦ Team
            .vars.tags | to_entries | from_entries        ¦ {Team=net, Cost=low}
            .vars.tags | with_entries(select(.value == "low")) ¦ {Cost=low}
            .vars.count + 1                               ¦ 4
            .vars.count - 1                               ¦ 2
            .vars.ratio + 1                               ¦ 1.5
            .vars.name + "-1"                             ¦ vpc-1
            .vars.zones + ["d"]                           ¦ [a, b, c, d]
            .vars.zones - ["a"]                           ¦ [b, c]
            .vars.tags + {"Team": "x"}                    ¦ {Team=x, Cost=low}
            .vars.missing // "none"                       ¦ none
            .vars.name // "none"                          ¦ vpc
            .vars.enabled and .vars.count == 3            ¦ true
            .vars.enabled == false or .vars.count >= 3    ¦ true
            .vars.count != 3                              ¦ false
            (.vars.count <= 2) | not                      ¦ true
            .vars | has("name")                           ¦ true
            .vars.zones | has(3)                          ¦ false
            .vars.zones | contains(["a"])                 ¦ true
            .vars.name | contains("pc")                   ¦ true
            .vars.tags | contains({"Team": "net"})        ¦ true
            .vars.zones | join("-")                       ¦ a-b-c
            "a,b" | split(",")                            ¦ [a, b]
            .vars.zones | reverse | first                 ¦ c
            [3, 1, 2, 1] | sort                           ¦ [1, 1, 2, 3]
            [3, 1, 3] | unique                            ¦ [3, 1]
            [1, 2] | add                                  ¦ 3
            [true, false] | any                           ¦ true
            [true, false] | all                           ¦ false
            [[1], [2, [3]]] | flatten                     ¦ [1, 2, 3]
            .vars.nodes | sort_by(-.size) | .[0].name     ¦ two
            .vars.name | upcase                           ¦ VPC
            "ABC" | downcase                              ¦ abc
            " a " | trim                                  ¦ a
            .vars.zones | type                            ¦ !!seq
            .vars.name | test("^v.c$")                    ¦ true
            .vars.name, .vars.count                       ¦ [vpc, 3]
            "say \\"hi\\""                                ¦ say "hi"
            [] | length                                   ¦ 0
            -1                                            ¦ -1
            null                                          ¦ null
            .vars.nodes.[0].name                          ¦ one
            """)
    void findsWhatIsAskedFor(String expression, String expected) {
        Object found =
                Query.of(expression).one(Yaml.parse("component", COMPONENT).toJava());

        assertThat(String.valueOf(found)).isEqualTo(expected);
    }

    @Test
    void theDotIsEverything() {
        assertThat(Query.of(".").one("x")).isEqualTo("x");
        assertThat(Query.of(".vars.a").toString()).isEqualTo(".vars.a");
        assertThat(Query.of(".[]").all(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            .a |                    ¦ ends too early
            .a[                     ¦ ends too early
            .a["b"                  ¦ "]" is missing
            .a ]                    ¦ not understood
            .a | explode(.b)        ¦ Known are
            select                  ¦ needs an expression in brackets
            keys(.a)                ¦ takes nothing in brackets
            .. | .a                 ¦ name the path
            "open                   ¦ never closed
            .a = 1                  ¦ not understood
            .a[1.5:2]               ¦ whole numbers
            """)
    void whatIsNotUnderstoodIsSaid(String expression, String part) {
        assertThatThrownBy(() -> Query.of(expression))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".vars.name.deeper",
                ".vars.count[]",
                ".vars.name | keys",
                ".vars.name < 3",
                ".vars.tags[1:2]",
                ".vars.zones | to_entries",
                ".vars.zones | from_entries",
                ".vars.count - \"a\"",
                ".vars.name | sort",
                ".vars.zones | upcase",
                ".vars.tags + 1",
                ".vars.name | test(\"(a+)+\")"
            })
    void whatDoesNotFitIsRefused(String expression) {
        Object component = Yaml.parse("component", COMPONENT).toJava();

        assertThatThrownBy(() -> Query.of(expression).one(component)).isInstanceOf(QueryException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> Query.of("(".repeat(5000))).isInstanceOf(QueryException.class);
    }
}
