package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.gotemplate.sprig.Sprig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SprigTest {

    private static final Map<String, Object> DATA = Map.of(
            "list", List.of("b", "a", "c"),
            "map", Map.of("a", Map.of("b", 1L)),
            "time", 1_700_000_000L);

    private final TestReach reach = new TestReach();

    /// Template, then what Sprig makes of it.
    static List<List<String>> cases() {
        return List.of(
                // strings
                List.of(
                        "{{hello}} {{upper `a`}} {{lower `A`}} {{title `big world`}} {{trim ` a `}} {{nospace ` a b `}}",
                        "Hello! A a Big World a ab"),
                List.of(
                        "{{repeat 3 `ab`}} {{trimAll `$` `$5$`}} {{trimSuffix `-` `a-`}} {{trimPrefix `v` `v1`}}",
                        "ababab 5 a 1"),
                List.of("{{contains `b` `abc`}} {{hasPrefix `a` `abc`}} {{hasSuffix `c` `abc`}}", "true true true"),
                List.of(
                        "{{swapcase `Hello World`}} {{snakecase `HTTPServer2xx`}} {{kebabcase `FirstName`}} {{camelcase `http_server`}}",
                        "hELLO wORLD http_server_2xx first-name HttpServer"),
                List.of(
                        "{{abbrev 5 `hello world`}} {{trunc -2 `abc`}} {{trunc 2 `né`}} {{substr 1 3 `hello`}} {{substr -1 2 `ab`}}",
                        "he... bc n\uFFFD el ab"),
                List.of(
                        "{{wrapWith 3 `|` `abcdefg`}} {{cat 1 nil `b` true}} {{indent 2 \"a\\nb\"}}",
                        "abc|def|g 1 b true   a\n  b"),
                List.of(
                        "{{replace `` `-` `ab`}} {{plural `one` `many` 1}} {{toString (list 1 2)}} {{toStrings (list 1 `b`)}}",
                        "-a-b- one [1 2] [1 b]"),
                List.of(
                        "{{split `/` `a/b`}} {{(splitn `/` 2 `a/b/c`)._1}} {{splitList `` `abc`}}",
                        "map[_0:a _1:b] b/c [a b c]"),
                List.of(
                        "{{quote `a` nil 1}} {{squote 1 `b`}} {{initials `a big World`}} {{untitle `A B`}}",
                        "\"a\" \"1\" '1' 'b' abW a b"),
                // defaults, types, JSON
                List.of(
                        "{{ternary 1 2 false}} {{coalesce nil 0 `x`}} {{default 1 .none}} {{empty .none}}",
                        "2 x 1 true"),
                List.of(
                        "{{kindOf 1}} {{kindOf .list}} {{kindOf .map}} {{kindOf nil}} {{typeOf 1.5}} {{typeIs `string` `a`}} {{kindIs `bool` true}} {{typeIsLike `semver.Version` (semver `1.2.3`)}}",
                        "int slice map invalid float64 true true true"),
                List.of(
                        "{{toJson (dict `b` 1 `a` (list 1.5 nil true `<x>`))}}",
                        "{\"a\":[1.5,null,true,\"\\u003cx\\u003e\"],\"b\":1}"),
                List.of(
                        "{{toRawJson `<&>`}} {{toPrettyJson (dict `a` (list 1) `b` (dict))}}",
                        "\"<&>\" {\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}"),
                List.of(
                        "{{(fromJson `{\"a\": [1, 2.5, \"x\\u00e9\\n\"]}`).a}} {{fromJson `{nonsense`}} {{toJson (fromJson `1e21`)}} {{fromJson `1234567`}}",
                        "[1 2.5 xé\n] <no value> 1e+21 1.234567e+06"),
                List.of("{{deepEqual (list 1 (dict `a` 2)) (list 1 (dict `a` 2))}} {{deepEqual 1 `1`}}", "true false"),
                // maps
                List.of(
                        "{{$d := dict `a` 1}}{{$_ := set $d `b` 2}}{{$_ := unset $d `a`}}{{$d}} {{hasKey $d `b`}} {{get $d `none`}}",
                        "map[b:2] true "),
                List.of(
                        "{{pluck `a` (dict `a` 1) (dict `b` 2) (dict `a` 3)}} {{dig `a` `b` 0 .map}} {{dig `a` `x` `none` .map}}",
                        "[1 3] 1 none"),
                List.of(
                        "{{merge (dict `a` 1 `z` 0 `m` (dict `x` 1)) (dict `a` 2 `z` 5 `m` (dict `x` 2 `y` 3))}}",
                        "map[a:1 m:map[x:1 y:3] z:5]"),
                List.of(
                        "{{mergeOverwrite (dict `a` 1 `b` 1) (dict `a` 0)}} {{deepCopy .map}}",
                        "map[a:0 b:1] map[a:map[b:1]]"),
                // lists
                List.of(
                        "{{first .list}} {{last .list}} {{rest .list}} {{initial .list}} {{append .list `d`}} {{prepend .list `z`}}",
                        "b c [a c] [b a] [b a c d] [z b a c]"),
                List.of(
                        "{{concat .list (list 1)}} {{reverse .list}} {{uniq (list 1 1 2)}} {{without .list `a`}} {{has `a` .list}}",
                        "[b a c 1] [c a b] [1 2] [b c] true"),
                List.of(
                        "{{compact (list 1 0 `` `a`)}} {{slice .list 1}} {{chunk 2 .list}} {{sortAlpha .list}} {{join `-` .list}}",
                        "[1 a] [a c] [[b a] [c]] [a b c] b-a-c"),
                // numbers
                List.of(
                        "{{add 1 2 3}} {{sub 5 2}} {{mul 2 3}} {{div 7 2}} {{mod 7 2}} {{add1 1}} {{max 1 3 2}} {{min 3 1}}",
                        "6 3 6 3 1 2 3 1"),
                List.of(
                        "{{addf 1.5 2}} {{subf 3 1.1}} {{mulf 2 1.5}} {{divf 1 3}} {{add1f 1.5}} {{maxf 1 2.5}} {{minf 1.5 1}}",
                        "3.5 1.9 3 0.3333333333333333 2.5 2.5 1"),
                List.of("{{ceil 1.2}} {{floor 1.8}} {{round 1.2345 2}} {{round 123.5 0}}", "2 1 1.23 124"),
                List.of(
                        "{{int `12`}} {{int `0x1f`}} {{int 1.9}} {{int64 true}} {{int `x`}} {{float64 `1.5`}} {{atoi `7`}} {{toDecimal `777`}}",
                        "12 31 1 1 0 1.5 7 511"),
                List.of("{{until 3}} {{untilStep 0 10 5}} {{seq 1 2 5}}", "[0 1 2] [0 5] 1 3 5"),
                // encodings and paths
                List.of(
                        "{{b64enc `héllo`}} {{b64dec `aMOpbGxv`}} {{b32enc `hello`}} {{b32dec `NBSWY3DP`}} {{b64dec `!`}}",
                        "aMOpbGxv héllo NBSWY3DP hello illegal base64 data at input byte 0"),
                List.of(
                        "{{sha1sum `a` | trunc 6}} {{sha256sum `a` | trunc 6}} {{adler32sum `a`}}",
                        "86f7e4 ca9781 6422626"),
                List.of(
                        "{{base `a/b.txt`}} {{dir `a/b/c`}} {{clean `a/../b//c`}} {{ext `a.txt`}} {{isAbs `/a`}} {{osBase `x/y`}}",
                        "b.txt a/b b/c .txt true y"),
                List.of(
                        "{{(urlParse `https://u:p@h.org:80/p?q=1#f`).hostname}} {{urlJoin (dict `scheme` `s3` `host` `bucket` `path` `key`)}}",
                        "h.org s3://bucket/key"),
                // regular expressions
                List.of(
                        "{{regexMatch `^a+$` `aaa`}} {{regexFind `b+` `abbb`}} {{regexFindAll `a.` `abacad` 2}}",
                        "true bbb [ab ac]"),
                List.of(
                        "{{regexReplaceAll `a(x*)b` `-ab-axxb-` `${1}W`}} {{regexReplaceAll `a(x*)b` `-ab-axxb-` `$1W`}} {{regexReplaceAllLiteral `a` `bab` `$1`}}",
                        "-W-xxW- --- b$1b"),
                List.of(
                        "{{regexSplit `z+` `pizza` -1}} {{regexQuoteMeta `1.2`}} {{regexReplaceAll `x*` `axb` `-`}}",
                        "[pi a] 1\\.2 -a-b-"),
                // dates
                List.of(
                        "{{date `2006-01-02` .time}} {{dateInZone `Jan 2, 2006 at 3:04pm (MST)` .time `America/New_York`}} {{htmlDate .time}}",
                        "2023-11-14 Nov 14, 2023 at 5:13pm (EST) 2023-11-14"),
                List.of(
                        "{{now | date `02.01.06 15:04`}} {{(now | dateModify `-1.5h`).Hour}} {{unixEpoch now}} {{ago .time}}",
                        "04.03.26 05:06 3 1772600767 20166h52m47s"),
                List.of(
                        "{{duration 95}} {{durationRound `2h10m5s`}} {{(toDate `2006-01-02` `2017-12-31`).Weekday}} {{mustToDate `15:04` `07:08`}}",
                        "1m35s 2h Sunday 0000-01-01 07:08:00 +0000 UTC"),
                // versions
                List.of(
                        "{{(semver `v1.2.3-rc.1+b`).Major}} {{semver `1.2`}} {{(semver `1.2.3`).IncMinor}}",
                        "1 1.2.0 1.3.0"),
                List.of(
                        "{{semverCompare `>=1.2, <2` `1.9.0`}} {{semverCompare `~1.10` `1.11.0`}} {{semverCompare `^0.3.1` `0.4.0`}} {{semverCompare `1.x || >=3` `3.1.0`}} {{semverCompare `1.2 - 1.4` `1.4.9`}}",
                        "true false false true true"),
                List.of(
                        "{{semverCompare `>1.0` `2.0.0-rc1`}} {{semverCompare `>1.0-0` `2.0.0-rc1`}} {{semverCompare `!=1.2.3` `1.2.4`}} {{semverCompare `*` `9.9.9`}}",
                        "false true true true"),
                // the world
                List.of(
                        "{{env `STAGE`}} {{env `NONE`}}|{{expandenv `a${STAGE}b$STAGE-$NONE`}} {{getHostByName `example.org`}}",
                        "dev |adevbdev- 192.0.2.7"),
                List.of(
                        "{{len (randAlphaNum 9)}} {{len (randNumeric 3)}} {{len uuidv4}} {{shuffle `aaa`}} {{randInt 3 4}} {{len (b64dec (randBytes 3)) | le 1}}",
                        "9 3 36 aaa 3 true"),
                List.of("{{`x` | encryptAES `k` | decryptAES `k`}}", "x"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFunctionOfSprigDoesWhatItsDocumentationSays(List<String> templateAndOutput) {
        assertThat(Template.parse("test", templateAndOutput.get(0), Options.DEFAULT)
                        .execute(DATA, Sprig.FUNCTIONS, reach, Limits.DEFAULT))
                .isEqualTo(templateAndOutput.get(1));
    }

    @Test
    void aMapOfSomebodyElseIsNotChanged() {
        var data = Map.of("shared", Map.of("a", 1L));

        assertThat(Rendered.of("{{ merge (dict) .shared (dict `b` 2) }} {{ .shared }}", data, Sprig.FUNCTIONS))
                .isEqualTo("map[a:1 b:2] map[a:1]");
    }
}
