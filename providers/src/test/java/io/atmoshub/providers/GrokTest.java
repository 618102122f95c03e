package io.atmoshub.providers;

class GrokTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new GrokFormat();
    }
}
