package basics.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import com.microsoft.playwright.Page;

/** Tests of the pages of a service that is started for a class of them. No page may complain or ask elsewhere. */
abstract class ServedPages {

    static LocalService service;
    Complaints complaints;

    @BeforeAll
    static void start() {
        service = LocalService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void listen(Page page) {
        complaints = Complaints.about(page, service.url());
    }

    @AfterEach
    void hear() {
        assertThat(complaints.all()).isEmpty();
    }
}
