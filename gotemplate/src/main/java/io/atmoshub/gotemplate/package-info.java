/// Go's `text/template`, with the functions that Atmos projects and Aqua registries call.
///
/// ```java
/// var template = Template.parse("stacks/dev.yaml", text, Options.DEFAULT);
/// String output = template.execute(data, Sprig.FUNCTIONS, Reach.NOTHING, Limits.DEFAULT);
/// ```
///
/// A [Template][io.atmoshub.gotemplate.Template] is parsed once and executed as often as needed, by any number of
/// threads. What it may call beyond Go's own functions are [Functions][io.atmoshub.gotemplate.Functions]; what it may
/// learn of the world is a [Reach][io.atmoshub.gotemplate.Reach]; how much it may use are
/// [Limits][io.atmoshub.gotemplate.Limits]. Whatever goes wrong is a
/// [TemplateException][io.atmoshub.gotemplate.TemplateException] that says where.
///
/// Values are plain Java: `null`, `Boolean`, `Long` (or `Integer`, `BigInteger`), `Double`, `String`, `List`, `Map`,
/// `byte[]`; a [Function][io.atmoshub.gotemplate.Function] as a value is for `call`; everything with fields or methods
/// of its own is a [GoObject][io.atmoshub.gotemplate.GoObject]. Lists and maps that are passed in are never changed,
/// except by functions whose purpose that is (`set`, `unset`, `merge`), and only when they can be.
@NullMarked
package io.atmoshub.gotemplate;

import org.jspecify.annotations.NullMarked;
