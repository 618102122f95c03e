package io.atmoshub.providers;

class OpenAiTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new OpenAiFormat();
    }
}
