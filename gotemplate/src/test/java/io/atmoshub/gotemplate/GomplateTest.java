package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.gotemplate.gomplate.Gomplate;
import io.atmoshub.gotemplate.sprig.Sprig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GomplateTest {

    private static final Map<String, Object> DATA = Map.of(
            "list", List.of(3L, 1L, 2L),
            "people", List.of(Map.of("name", "Zoe"), Map.of("name", "Ana")),
            "map", Map.of("a", Map.of("b", List.of("x", "y"))));

    private final TestReach reach = new TestReach();

    /// Template, then what Gomplate makes of it.
    static List<List<String>> cases() {
        return List.of(
                // strings
                List.of("{{strings.ToUpper `vpc`}} {{`VPC` | strings.ToLower}} {{toUpper `a`}}", "VPC vpc A"),
                List.of(
                        "{{strings.Title `hello wORLD`}} {{strings.Quote `a\"b`}} {{strings.Squote `it's`}}",
                        "Hello World \"a\\\"b\" 'it''s'"),
                List.of("{{strings.ReplaceAll `.` `-` 1.5}} {{replaceAll `a` `b` `aa`}}", "1-5 bb"),
                List.of(
                        "{{strings.Contains `b` `abc`}} {{contains `abc` `b`}} {{strings.HasPrefix `a` `abc`}} {{hasSuffix `abc` `c`}}",
                        "true true true true"),
                List.of(
                        "{{strings.Repeat 3 `ab`}} {{strings.Trim `-` `--a--`}} {{trim `xax` `x`}} {{strings.TrimSpace ` a `}}",
                        "ababab a a a"),
                List.of(
                        "{{strings.TrimPrefix `v` `v1`}} {{strings.TrimSuffix `.git` `a.git`}} {{strings.Trunc 2 `abc`}}",
                        "1 a ab"),
                List.of(
                        "{{strings.Split `-` `a-b-c`}} {{strings.SplitN `-` 2 `a-b-c`}} {{split `a.b` `.`}}",
                        "[a b c] [a b-c] [a b]"),
                List.of(
                        "{{strings.Abbrev 6 `foobarbaz`}} {{strings.Abbrev 6 9 `foobarbazquxquux`}}",
                        "foo... ...baz..."),
                List.of("{{strings.Indent `--` `a`}}|{{strings.Indent 2 `.` `a`}}|{{indent `a`}}", "--a|..a| a"),
                List.of("{{strings.Indent 2 \"a\\n\\nb\"}}", "  a\n\n  b"),
                List.of(
                        "{{strings.Slug `Hello, wörld & co!`}} {{strings.ShellQuote `it's`}} {{strings.ShellQuote .list}}",
                        "hello-world-and-co 'it'\"'\"'s' '3' '1' '2'"),
                List.of(
                        "{{strings.SnakeCase `Hello Big World`}} {{strings.KebabCase `a b C`}} {{strings.CamelCase `hello big_world`}}",
                        "Hello_big_world a-b-c helloBigWorld"),
                List.of(
                        "{{strings.WordWrap 7 `one two three`}} {{strings.RuneCount `né` `x`}} {{strings.Sort .list}}",
                        "one two\nthree 3 [1 2 3]"),
                // conv
                List.of(
                        "{{conv.ToInt `0x10`}} {{conv.ToInt `1,000`}} {{conv.ToInt64 2.9}} {{conv.ToInt true}} {{conv.ToInt `x`}}",
                        "16 1000 2 1 0"),
                List.of(
                        "{{conv.ToFloat64 `1.5`}} {{conv.ToString 1.50}} {{conv.ToStrings 1 nil}} {{conv.ToInts `1` `2`}}",
                        "1.5 1.5 [1 nil] [1 2]"),
                List.of(
                        "{{conv.ToBool `yes`}} {{conv.ToBools 1 0 `t`}} {{conv.Bool `T`}} {{bool `no`}}",
                        "true [true false true] true false"),
                List.of("{{conv.ParseInt `ff` 16 64}} {{conv.Atoi `12`}} {{conv.ParseFloat `2.5` 64}}", "255 12 2.5"),
                List.of(
                        "{{conv.Default `d` ``}} {{default `d` `x`}} {{conv.Join .list `-`}} {{join .list `,`}}",
                        "d x 3-1-2 3,1,2"),
                List.of(
                        "{{(conv.URL `https://ana@example.org:8443/p?q=1#f`).Host}} {{(urlParse `https://h:1/x`).Port}}",
                        "example.org:8443 1"),
                // coll
                List.of(
                        "{{coll.Dict `a` 1 `b`}} {{coll.Slice 1 2}} {{coll.Has .map `a`}} {{has .list 2}}",
                        "map[a:1 b:] [1 2] true true"),
                List.of("{{coll.Keys (dict `b` 1 `a` 2)}} {{coll.Values (dict `b` 1 `a` 2)}}", "[a b] [2 1]"),
                List.of(
                        "{{coll.Append 4 .list}} {{prepend 0 .list}} {{uniq (coll.Slice 1 1 2)}} {{reverse .list}}",
                        "[3 1 2 4] [0 3 1 2] [1 2] [2 1 3]"),
                List.of(
                        "{{coll.Merge (dict `a` 1 `m` (dict `x` 1)) (dict `a` 2 `b` 3 `m` (dict `y` 2))}}",
                        "map[a:1 b:3 m:map[x:1 y:2]]"),
                List.of(
                        "{{coll.Sort .list}} {{(index (coll.Sort `name` .people) 0).name}} {{sort (coll.Slice 1 `a`)}}",
                        "[1 2 3] Ana [1 a]"),
                List.of(
                        "{{coll.Flatten (coll.Slice 1 (coll.Slice 2 (coll.Slice 3)))}} {{flatten 1 (coll.Slice 1 (coll.Slice 2 (coll.Slice 3)))}}",
                        "[1 2 3] [1 2 [3]]"),
                List.of(
                        "{{coll.Pick `a` (dict `a` 1 `b` 2)}} {{coll.Omit `a` (dict `a` 1 `b` 2)}}",
                        "map[a:1] map[b:2]"),
                List.of(
                        "{{coll.Index `a` `b` 1 .map}} {{coll.GoSlice .list 1}} {{jsonpath `$.a.b[0]` .map}} {{coll.JSONPath `.a['b'][*]` .map}}",
                        "y [1 2] x [x y]"),
                // math
                List.of(
                        "{{math.Add 1 2 3}} {{math.Add 1 2.5}} {{add `0x10` 1}} {{math.Sub 5 3}} {{mul 2 3}} {{math.Div 5 2}}",
                        "6 3.5 17 2 6 2.5"),
                List.of(
                        "{{math.Rem 7 3}} {{math.Pow 2 10}} {{math.Max 1 5 3}} {{math.Min 1.5 2}} {{math.Abs -3}}",
                        "1 1024 5 1.5 3"),
                List.of(
                        "{{math.Ceil 1.1}} {{math.Floor 1.9}} {{math.Round -1.5}} {{math.Seq 3}} {{seq 5 1 2}}",
                        "2 1 -2 [1 2 3] [5 3 1]"),
                List.of("{{math.IsInt `07`}} {{math.IsFloat `1.5`}} {{math.IsNum `x`}}", "true true false"),
                // regexp
                List.of(
                        "{{regexp.Find `[a-z]+` `12abc3`}} {{regexp.FindAll `[a-z]` 2 `abc`}} {{regexp.Match `^a` `ba`}}",
                        "abc [a b] false"),
                List.of(
                        "{{regexp.Replace `(\\w+)@(\\w+)` `$2 at ${1}` `ana@home`}} {{regexp.ReplaceLiteral `a` `$1` `bab`}} {{regexp.Split `,\\s*` `a, b,c`}} {{regexp.QuoteMeta `a.b`}}",
                        "home at ana b$1b [a b c] a\\.b"),
                // env, file, net
                List.of(
                        "{{env.Getenv `STAGE`}} {{getenv `NONE` `fallback`}} {{env.ExpandEnv `$STAGE-${HOME}`}}",
                        "dev fallback dev-/home/ana"),
                List.of("{{getenv `TOKEN`}}", "secret"),
                List.of(
                        "{{file.Read `config/a.txt`}} {{file.Exists `none`}} {{file.IsDir `config`}} {{file.ReadDir `config`}} {{file.Walk `config`}}",
                        "hello false true [a.txt sub] [config config/a.txt config/sub config/sub/b.txt]"),
                List.of("{{(file.Stat `config/a.txt`).Size}} {{(file.Stat `config/a.txt`).Name}}", "5 a.txt"),
                List.of("{{net.LookupIP `example.org`}}", "192.0.2.7"),
                // data and data sources
                List.of(
                        "{{(datasource `config`).a}} {{(ds `config`).big}} {{include `config`}}",
                        "1 9007199254740993 {\"a\":1,\"big\":9007199254740993}"),
                List.of(
                        "{{index (ds `rows`) 1}} {{(ds `vars`).NAME}} {{ds `plain`}} {{(ds `yaml`).y}}",
                        "[2 b] ana berg text true"),
                List.of(
                        "{{datasourceExists `config`}} {{datasourceReachable `none`}} {{listDatasources}}",
                        "true false [config plain rows vars yaml]"),
                List.of(
                        "{{(data.JSON `{\"a\":[1,{\"b\":null}]}`).a}} {{jsonArray `[1,2]`}} {{(yaml `{\"a\":1}`).a}} {{toYAML .list}}",
                        "[1 map[b:<nil>]] [1 2] 1 yaml of [3, 1, 2]\n"),
                List.of(
                        "{{toJSON .map}} {{data.ToJSONPretty `  ` (dict `a` (coll.Slice))}}",
                        "{\"a\":{\"b\":[\"x\",\"y\"]}} {\n  \"a\": []\n}"),
                List.of(
                        "{{csv \"a,b\\n1,\\\"x,y\\\"\\n\"}} {{(index (csvByRow \"a,b\\n1,2\\n\") 0).b}} {{(csvByColumn `;` `` \"1;2\\n3;4\\n\").B}}",
                        "[[a b] [1 x,y]] 2 [2 4]"),
                List.of("{{toCSV (coll.Slice (coll.Slice 1 `a,b`) (coll.Slice 2 `c`))}}", "1,\"a,b\"\r\n2,c\r\n"),
                // time
                List.of(
                        "{{(time.Parse time.RFC3339 `2026-01-02T03:04:05+01:00`).Format time.RFC1123Z}}",
                        "Fri, 02 Jan 2026 03:04:05 +0100"),
                List.of(
                        "{{time.Now.Format `2006-01-02 15:04:05.000`}} {{(time.Unix 86400).Format time.Kitchen}} {{time.ZoneName}}",
                        "2026-03-04 05:06:07.089 12:00AM UTC"),
                List.of(
                        "{{(time.Hour 2).Minutes}} {{time.ParseDuration `1h30m`}} {{((time.Now).Add (time.Hour 24)).Weekday}}",
                        "120 1h30m0s Thursday"),
                // the rest
                List.of(
                        "{{base64.Encode `a?b`}} {{base64.Decode `YT9i`}} {{crypto.SHA256 `abc` | strings.Trunc 8}}",
                        "YT9i a?b ba7816bf"),
                List.of("{{crypto.PBKDF2 `password` `salt` 1 20}}", "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
                List.of(
                        "{{path.Join `a` `../b` `c.tf`}} {{path.Base `a/b.tf`}} {{path.Dir `a/b`}} {{path.Ext `x.tar.gz`}} {{filepath.Rel `a/b` `a/c`}} {{path.Split `a/b`}}",
                        "b/c.tf b.tf a .gz ../c [a/ b]"),
                List.of(
                        "{{required `x` 1}} {{ternary `a` `b` true}} {{test.Kind .list}} {{isKind `number` 1.5}} {{assert true}}",
                        "1 a slice true "),
                List.of(
                        "{{define `t`}}<{{.}}>{{end}}{{tmpl.Exec `t` 1 | strings.Repeat 2}} {{tpl `{{.}}!` `a`}}",
                        "<1><1> a!"),
                List.of(
                        "{{uuid.IsValid (uuid.V4)}} {{uuid.Nil}} {{len (random.Alpha 5)}} {{random.Item (coll.Slice 7)}} {{le 1 (random.Number 1 3)}}",
                        "true 00000000-0000-0000-0000-000000000000 5 7 true"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFunctionOfGomplateDoesWhatItsDocumentationSays(List<String> templateAndOutput) {
        reach.environment.put("TOKEN_FILE", "secrets/token");
        reach.files.put("secrets/token", "secret\n");
        reach.files.put("config/a.txt", "hello");
        reach.files.put("config/sub/b.txt", "");
        reach.sources.put("config", new DataSource("{\"a\":1,\"big\":9007199254740993}", "application/json"));
        reach.sources.put("yaml", new DataSource("{\"y\":true}", "application/yaml; charset=utf-8"));
        reach.sources.put("rows", new DataSource("1,a\n2,b\n", "text/csv"));
        reach.sources.put("vars", new DataSource("# who\nexport NAME=\"ana berg\"\n", "application/x-env"));
        reach.sources.put("plain", new DataSource("text", "text/plain"));

        assertThat(Template.parse("test", templateAndOutput.get(0), Options.DEFAULT)
                        .execute(DATA, Gomplate.FUNCTIONS, reach, Limits.DEFAULT))
                .isEqualTo(templateAndOutput.get(1));
    }

    @Test
    void whereBothHaveANameSprigWins() {
        var both = Gomplate.FUNCTIONS.with(Sprig.FUNCTIONS);

        var output = Template.parse(
                        "test", "{{ contains `b` `abc` }} {{ env `STAGE` }} {{ strings.ToUpper `x` }}", Options.DEFAULT)
                .execute(null, both, reach, Limits.DEFAULT);

        assertThat(output).isEqualTo("true dev X");
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        for (String template : List.of(
                "{{ toml `a=1` }}", "{{ jq `.a` . }}", "{{ jsonpath `$..a` . }}", "{{ random.String 3 `[a-z]` }}")) {
            assertThatThrownBy(() -> Rendered.of(template, DATA, Gomplate.FUNCTIONS))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("supported");
        }
    }

    @Test
    void filesAreNeverWritten() {
        assertThatThrownBy(() -> Template.parse("test", "{{ file.Write `a` `b` }}", Options.DEFAULT)
                        .execute(null, Gomplate.FUNCTIONS, reach, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.NOT_REACHABLE));
    }
}
