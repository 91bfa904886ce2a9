@needs-faults
Feature: Too many requests
  As the owner of the service
  I want to let in only as many requests as it can take,
  so that a rush on one thing doesn't hold up the rest.

  Rule: Beyond the limit callers are told to wait

    Example: Nobody is let in
      Given nobody is let in for now
      When Sam creates the user ada@example.com
      Then this is refused because there are too many requests
      And nothing was changed

  Rule: Whoever waits as told gets in

    Example: Sam waits for a moment
      Given the user ada@example.com
      And one request a second is let in
      And Sam has read the user ada@example.com until he was told to wait
      When Sam waits as he was told and reads the user ada@example.com
      Then the user ada@example.com is shown

  Rule: A rush on one thing doesn't hold up another

    Example: Max's monitoring asks while users are read too often
      Given the user ada@example.com
      And one request a second is let in
      And Sam has read the user ada@example.com until he was told to wait
      When Max's monitoring asks whether the service is there
      Then the service says that it is
