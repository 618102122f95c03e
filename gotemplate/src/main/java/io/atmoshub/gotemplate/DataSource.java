package io.atmoshub.gotemplate;

/// What a data source holds, undecoded.
///
/// @param mediaType such as `application/json`; what is unknown is `text/plain`
public record DataSource(String content, String mediaType) {}
